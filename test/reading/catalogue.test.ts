import { expect, test } from 'vitest';
import type { Catalogue } from '../../src/newsroom/catalogue.ts';
import { takeCatalogue } from '../../src/reading/catalogue.ts';
import type { Records, Storage } from '../../src/storage/storage.ts';
import { emptyTestStorage } from '../storage/testDatabase.ts';

const outlet: Catalogue['outlets'][number] = {
  ...{ id: 'post', name: 'Harbour Post', country: 'GB', owner: 'post', paywall: false, language: 'en', checked: null },
  siteUrl: 'https://post.example/',
  feeds: [{ url: 'https://post.example/feed', topicId: 'world' }],
};

test('a start stores the catalogue’s feeds only if something about them changed', async () => {
  const storage = await emptyTestStorage();
  const stored: string[] = [];
  const transaction: Storage['transaction'] = (work) =>
    storage.transaction((records) => {
      const add: Records['feeds']['add'] = (feed, ...more) => {
        stored.push(feed.outletName);
        return records.feeds.add(feed, ...more);
      };
      return work({ ...records, feeds: { ...records.feeds, add } });
    });
  const start = (name: string) =>
    takeCatalogue({ ...storage, transaction }, { topics: [], outlets: [{ ...outlet, name }] }, 0);
  for (const name of ['Harbour Post', 'Harbour Post', 'The Harbour Post']) await start(name);
  expect(stored).toEqual(['Harbour Post', 'The Harbour Post']);
});
