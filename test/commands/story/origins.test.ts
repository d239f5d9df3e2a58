import { expect, test } from 'vitest';
import { outletsCard } from '../../../commands/story/outletsCard.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import type { StoryCard } from '../../../src/newsroom/storyCard.ts';
import { firstDay, hour, itemOf, minute, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { rss } from '../../desk/newsstand.ts';
import { textsOf, world } from '../../discord/digestFixture.ts';
import { storyOf } from '../madeUpStories.ts';

const half = 30 * minute;
const at0 = firstDay + 5 * hour;
const said = {
  first: 'Nine of eleven routes do not run, a spokesman told the Harbour Post.',
  wire: 'Nine of eleven routes do not run, Reuters reported.',
};
/** An event's text below a sentence that names a source. */
const citing = (sentence: string, { title, paragraphs }: { title: string; paragraphs: readonly string[] }) => ({
  title,
  paragraphs: [sentence, ...paragraphs],
});

const [own, second, third] = events.ferry;
const texts = textsFor('en-GB');

async function cardIn(at: TestDesk): Promise<StoryCard> {
  const answer = await at.ask.story('ferry deckhands', { serverId: at.serverId });
  return answer.kind === 'found' ? answer.card : expect.fail(answer.kind);
}

test('a story counts the origins of its reports, and “Who reported?” shows the sentence by which one rests on another', async () => {
  const at = await openDesk({
    sites: ['Harbour Post', 'Courier', 'Lantern', 'Radio Orn'],
    before: ([post, courier, lantern, radio]) => {
      post?.feed('/world.xml', [itemOf(own, '/own', at0 + minute)]);
      courier?.feed('/world.xml', [itemOf(citing(said.first, second), '/first', at0 + 2 * minute)]);
      lantern?.feed('/world.xml', [itemOf(citing(said.wire, third), '/wire', at0 + 3 * minute)]);
      radio?.feed('/world.xml', [itemOf(citing(said.wire, events.ferryLater), '/wire', at0 + 4 * minute)]);
    },
  });
  await at.drain();
  const card = await cardIn(at);
  const shown = textsOf(outletsCard(card, texts)).join('\n');
  expect(shown).toMatch(/4 outlets, 2 origins\n<t:\d+:f> \*\*Harbour Post\*\* had it first · \[Ferry deckhands/);
  expect(shown).toMatch(/\n↳ <t:\d+:t> \[Courier\]\(.*\): “Nine of eleven routes do not run, a spokesman told the/);
  expect(shown).toMatch(/\n\*\*Reuters\*\* · .*\n↳ <t:\d+:f> \[Lantern\]\(.*\n↳ <t:\d+:t> \[Radio Orn\]\(/);

  // The Courier takes its sentence out, so nothing may quote it any more, and its report stands for itself.
  at.sites[1]?.feed('/world.xml', [itemOf(second, '/first', at0 + 2 * minute)]);
  await at.skip(hour);
  const changed = await cardIn(at);
  expect(changed.voices).toBe(3);
  expect(textsOf(outletsCard(changed, texts)).join('\n')).not.toContain('a spokesman told');
});

test('a source named on a page counts as soon as the page is read', async () => {
  const at = await openDesk({
    before: ([post, courier]) => {
      post?.feed('/world.xml', [itemOf(own, '/own', at0)]);
      courier?.feed('/world.xml', [
        { title: second.title, link: '/page', at: at0 + minute, html: 'Ferries: read more' },
      ]);
      courier?.page('/page', [said.wire, ...second.paragraphs, ...third.paragraphs]);
    },
  });
  await at.drain();
  await at.skip(half);
  expect(at.rows('select citation from articles where citation is not null')).toEqual([
    { citation: JSON.stringify({ of: 'Reuters', text: said.wire }) },
  ]);
});

test('what an own feed of one server cites stays there, and the source that its feed states is its origin', async () => {
  const at = await openDesk({
    sites: ['Harbour Post', 'Courier', 'Gatherer'],
    before: ([post, , gatherer]) => {
      post?.feed('/world.xml', [itemOf(own, '/own', at0)]);
      const [one, two] = [itemOf(second, '/one', at0 + minute), itemOf(events.moose[0], '/two', at0 + minute)];
      const listed = rss(gatherer?.origin ?? '', [one, two])
        .replace('</item>', `<source url="${post?.origin}/">Harbour Post</source></item>`)
        .replace(/<\/item><\/channel>/, `<source url="https://x.example/">Somebody</source></item></channel>`);
      gatherer?.put('/own.xml', { headers: { 'content-type': 'application/rss+xml' }, body: listed });
    },
  });
  await at.change.addFeed(at.by, { url: `${at.sites[2]?.origin}/own.xml`, title: 'Own', items: [] }, 'world');
  await at.drain();
  const card = await cardIn(at);
  expect(card).toMatchObject({ outlets: 2, voices: 1 });
  const answer = await at.ask.story('ferry deckhands', {});
  expect(answer).toMatchObject({ card: { outlets: 1, voices: 1 } });
});

test('names and sentences of others are text on the card, in both languages, however many there are', () => {
  const from = (outlet: string, more: Partial<StoryCard['reports'][number]>) => ({
    ...{ outlet, outletId: outlet, articleId: outlet, title: 'Crews walk out', at: at0, sameText: [] },
    url: `https://${outlet.toLowerCase()}.example/`,
    ...more,
  });
  const evil = '**bold** @everyone [click](https://evil.example)';
  const many = Array.from({ length: 40 }, (_, n) =>
    from(`Outlet${n}`, { origin: evil, cites: { name: evil, text: `${evil} ${'long '.repeat(60)}` } }),
  );
  const reports = [from('Post', {}), from('Coast', { origin: 'Post', cites: { name: 'Post' } }), ...many];
  for (const locale of ['en-GB', 'de']) {
    const card = storyOf('ferry', world, { reports, outlets: 42, voices: 2 });
    const shown = textsOf(outletsCard(card, textsFor(locale))).join('\n');
    expect(shown.length).toBeLessThanOrEqual(4_000);
    expect(shown).toContain(
      locale === 'de' ? '(beruft sich auf Post): „Crews walk out“' : '(cites Post): “Crews walk out”',
    );
    expect(shown).toContain('[Outlet20](');
    expect(shown).not.toMatch(/[^\\*]\*\*bold|[^\\]@everyone|\]\(https:\/\/evil/);
  }
});
