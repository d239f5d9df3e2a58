import { expect, test } from 'vitest';
import { itemOf, openDesk, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { corrected, ferry, correction as line, say, told, water } from '../desk/harbourPost.ts';
import { failOn } from '../storage/beside.ts';
import { failPosts, morning, notTaken } from './scene.ts';

const retracted = { title: `Retracted: ${ferry.title}`, paragraphs: ['This article has been withdrawn.'] };

const edits = (at: TestDesk) => at.server.requests.list('PATCH', /\/messages\//);

test('a correction that the feed states is shown once, in the message that contains the story', async () => {
  const at = await told();
  expect(at.posted()[0]).not.toContain('earlier version');
  say(at, corrected(ferry));
  await at.to(0, '09:00');
  expect(at.posted()[0]).toContain(line);
  expect(at.posted()[0]).toContain('Harbour Post');
  expect(edits(at)).toHaveLength(1);
  at.sites[0]?.feed('/world.xml', [itemOf(corrected(ferry), '/ferry', morning, { guid: 'x' })]);
  await at.to(0, '10:00');
  expect(edits(at)).toHaveLength(1);
});

/** Moves Harbour Post's feeds at these paths to a separate outlet of the catalogue. */
async function toAnotherOutlet(at: TestDesk, paths: readonly string[]): Promise<void> {
  const { catalogue } = at.settings;
  const goes = ({ url }: { url: string }) => paths.includes(new URL(url).pathname);
  const outlets = catalogue.outlets.flatMap((outlet) =>
    outlet.name === 'Harbour Post'
      ? [
          { ...outlet, feeds: outlet.feeds.filter((feed) => !goes(feed)) },
          { ...outlet, id: 'harbour-post-world', feeds: outlet.feeds.filter(goes) },
        ]
      : [outlet],
  );
  await at.restart({ catalogue: { ...catalogue, outlets } });
}

test.each([
  ['another of its feeds was read', []],
  ['the feed that was read went to an outlet of its own', ['/world.xml']],
])('a feed’s first answer brings its outlet’s corrections since %s', async (_, moved) => {
  const at = await told();
  at.sites[0]?.feed('/tech.xml', [itemOf(corrected(ferry), '/ferry', morning)]);
  if (moved.length > 0) await toAnotherOutlet(at, moved);
  await at.to(0, '14:00');
  expect(at.rows('select id from articles')).toHaveLength(2);
  expect(at.posted()[0]).toContain(line);
});

test('a feed that moves to another outlet together with a feed that never answered brings none of its articles again', async () => {
  const at = await told();
  await toAnotherOutlet(at, ['/world.xml', '/tech.xml']);
  say(at, corrected(ferry));
  await at.to(0, '14:00');
  expect(at.rows('select id from articles')).toHaveLength(2);
  expect(at.posted()[0]).toContain(line);
});

test('two simultaneous corrections of one message are both shown', async () => {
  const at = await told();
  const second = 'Clarification: the vote was on Monday, not on Tuesday.';
  say(at, corrected(ferry), corrected(water, second));
  await at.to(0, '09:00');
  expect(at.posted()[0]).toContain(line);
  expect(at.posted()[0]).toContain(second);
});

test('a text and a title that were cut within an emoji count as unchanged at the next poll', async () => {
  const at = await openDesk({ sites: ['Harbour Post'] });
  const [post] = at.sites;
  const put = (poll: number) => {
    const item = {
      url: `${post?.origin}/ferry`,
      title: `${'Ferry '.repeat(50).slice(0, 299)}😀`,
      content_text: [...ferry.paragraphs, `\ud83d ${line}`].join('\n\n'),
      date_published: new Date(morning).toISOString(),
    };
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Post', _poll: poll, items: [item] };
    post?.put('/world.xml', { headers: { 'content-type': 'application/feed+json' }, body: JSON.stringify(feed) });
  };
  put(0);
  await at.drain();
  const stored = at.rows('select title, paragraphs, correction from articles');
  expect(stored).toEqual([expect.objectContaining({ correction: null })]);
  failOn(at.databaseUrl, 'update of title, paragraphs on articles', 'written');
  put(1);
  await at.to(0, '08:00');
  expect(at.log.filter(({ level }) => level === 'error')).toEqual([]);
  expect(at.rows('select title, paragraphs, correction from articles')).toEqual(stored);
});

test('a posted message is edited and explained from the stories recorded for it, and its rendered form is no longer stored', async () => {
  const at = await told();
  const stored = () => at.rows('select payloads from deliveries');
  expect(stored()).toEqual([{ payloads: '[{}]' }]);
  const [before] = at.posted();
  say(at, corrected(ferry));
  await at.to(0, '09:00');
  expect(at.posted()[0]).toContain(line);
  expect(stored()).toEqual([{ payloads: '[{}]' }]);
  const [{ id: storyId } = { id: '' }] = at.rows<{ id: string }>('select id from stories order by id');
  const why = await at.ask.whyInDigest(storyId, { serverId: at.serverId, channelId: at.channelId });
  expect(why.kind).toBe('standing');
  expect(before).not.toContain(line);
});

test('a withdrawal is still shown when another story of the message is corrected later', async () => {
  const at = await told();
  say(at, retracted);
  await at.to(0, '09:00');
  say(at, retracted, corrected(water));
  await at.to(0, '10:00');
  expect(edits(at)).toHaveLength(2);
  expect(at.posted()[0]).toContain(line);
  expect(at.posted()[0]).toContain(retracted.title);
  // A newer correction of the same article replaces the previous one.
  const second = 'Correction: an earlier version of this article gave the wrong day.';
  say(at, retracted, corrected(water, second));
  await at.to(0, '11:00');
  expect(at.posted()[0]).not.toContain(line);
  expect(at.posted()[0]).toContain(second);
  expect(at.posted()[0]).toContain(retracted.title);
});

test('a story in brief that its outlet withdrew is marked in its line', async () => {
  const told = [ferry, water, events.chess[0], events.moose[0]];
  const items = (withdrawn?: string) =>
    told.map((event, n) => {
      const retraction = { title: `Retracted: ${event.title}`, paragraphs: ['It was withdrawn.'] };
      return itemOf(event.title === withdrawn ? retraction : event, `/${n}`, morning + n * 60_000);
    });
  const digest = { topics: ['world', 'technology'], stories: 3 };
  const at = await openDesk({ before: ([post]) => post?.feed('/world.xml', items()), digest });
  await at.to(0, '08:00');
  const lines = () => at.posted()[0]?.split('\n') ?? [];
  const lineOf = () => lines()[lines().indexOf('**In brief**') + 1] ?? '';
  const title = told.find((event) => lineOf().includes(`[${event.title}](`))?.title ?? '';
  const others = () => lines().filter((one) => one !== lineOf());
  const sentBefore = others();
  at.sites[0]?.feed('/world.xml', items(title));
  await at.to(0, '09:00');
  expect(edits(at)).toHaveLength(1);
  expect(lineOf()).toContain(`[${title}](`);
  expect(lineOf()).toMatch(/\*\*Harbour Post:\*\* Retracted: /);
  // The rest of the message is unchanged.
  expect(others()).toEqual(sentBefore);
});

test('a correction keeps the message’s original language, even if the server’s has changed', async () => {
  const at = await told('07:59');
  await at.change.serverLocale(at.serverId, 'de');
  await at.to(0, '08:00');
  await at.change.serverLocale(at.serverId, 'en-GB');
  say(at, corrected(ferry));
  await at.to(0, '09:00');
  expect(at.posted()[0]).toContain(line);
  expect(at.posted()[0]).toContain('Dienstag');
  await at.to(1, '08:00');
  expect(at.posted()[1]).toContain('Wednesday');
});

test('a changed title or text without a correction edits nothing', async () => {
  const at = await told();
  const title = 'Deckhands walk out; talks on Thursday';
  const added = 'All new words about the water bill that was passed on Monday, which are more than a few.';
  say(at, { ...ferry, title }, { ...water, paragraphs: [added, ...water.paragraphs] });
  await at.to(0, '09:00');
  expect(edits(at)).toEqual([]);
  expect(at.rows('select title from articles order by title')[0]).toEqual({ title });
});

test('an edit that failed at Discord is tried again, and an edit of a deleted message is not', async () => {
  const at = await told();
  at.server.fail({ method: 'PATCH', path: /\/messages\//, how: 500 });
  say(at, corrected(ferry));
  await at.to(0, '09:00');
  expect(at.posted()[0]).not.toContain(line);
  await at.to(0, '09:05');
  expect(at.posted()[0]).toContain(line);
  const deleted = { status: 404, code: 10_008, message: 'Unknown Message' };
  at.server.fail({ method: 'PATCH', path: /\/messages\//, how: deleted });
  say(at, corrected(ferry), corrected(water, line.replace('deckhands', 'votes')));
  await at.to(0, '10:00');
  await at.to(0, '12:00');
  expect(edits(at)).toHaveLength(3);
});

test('a correction of a pending digest is shown after the digest is posted', async () => {
  const at = await told('07:59');
  const busy = failPosts(at, notTaken, { times: 999 });
  await at.to(0, '08:00');
  say(at, corrected(ferry));
  await at.to(0, '08:30');
  expect(edits(at)).toEqual([]);
  busy.remove();
  await at.to(0, '08:45');
  await at.to(0, '08:46');
  expect(at.posted()[0]).toContain(line);
});

test('a digest with an article that was corrected before shows the correction once', async () => {
  const at = await told();
  say(at, corrected(ferry));
  await at.to(0, '09:00');
  const other = at.server.setup.addChannel(at.serverId, { name: 'evening' }).id;
  await at.change.subscribe(at.by, other, ['world']);
  await at.change.saveSettings(at.by, other, { times: '10:00', zone: 'UTC' });
  await at.to(0, '10:00');
  const [text = ''] = at.posted(other);
  expect(text).toContain(line);
  expect(text).not.toMatch(/Corrected\*\* by [^:]*: Correction/);
  expect(at.posted()[0]).toContain(line);
});

test('the page of a corrected article is read again, and its story uses the new text', async () => {
  const [first = '', ...rest] = ferry.paragraphs;
  const snippet = (title: string, more = '') => ({ title, paragraphs: [`${first.slice(0, 60)}… ${more}`] });
  const at = await openDesk({
    sites: ['Harbour Post'],
    before: ([post]) => {
      post?.feed('/world.xml', [itemOf(snippet(ferry.title), '/ferry', morning)]);
      post?.page('/ferry', ferry.paragraphs);
    },
  });
  await at.drain();
  expect(at.rows('select text_from from articles')).toEqual([{ text_from: 'page' }]);
  const title = `Correction: ${ferry.title}`;
  const now = 'The number of deckhands who stopped work on Monday was 850, said the union in a new count.';
  at.sites[0]?.page('/ferry', [now, ...rest]);
  at.sites[0]?.feed('/world.xml', [itemOf(snippet(title, 'It was 850.'), '/ferry', morning)]);
  await at.to(0, '09:00');
  const [row] = at.rows<{ paragraphs: string; page_state: string }>('select paragraphs, page_state from articles');
  expect(row?.page_state).toBe('checked');
  expect(row?.paragraphs).toContain('850');
  const found = await at.ask.story('850', {});
  expect(found.kind).toBe('found');
});
