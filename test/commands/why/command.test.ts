import { describe, expect, test } from 'vitest';
import { type Standing, type WhyAnswer, whyQuestions } from '../../../commands/why/ask.ts';
import { digestOf, placeOf } from '../../discord/digestFixture.ts';
import { tellMadeUp } from '../madeUpStories.ts';
import { controls, instead, isForOne, read, sceneForAll } from '../scene.ts';

const start = Date.UTC(2026, 10, 23, 8);
const hour = 3_600_000;
const url = 'https://discord.com/channels/1/2/3';
const digest = digestOf({
  ...{ windowStart: start, windowEnd: start + 24 * hour },
  places: Array.from({ length: 5 }, (_, nth) => placeOf(nth)),
  also: Array.from({ length: 8 }, (_, nth) => placeOf(nth)),
});
const importance: Standing['importance'] = {
  ...{ leadingOutlets: 4, otherOutlets: 0.5, articles: 1.29, saga: 0.2 },
  ...{ leisure: 0.02, notNews: -0.14, otherTopics: -0.57 },
};

const at = await sceneForAll();
const stories = tellMadeUp(at);

const why = async (standing: Omit<Standing, 'story' | 'url'> | undefined, user = at.admin, query = 'Ferry') => {
  const whyInDigest = async (asked: string): Promise<WhyAnswer> => {
    if (standing === undefined) return { kind: 'no-digest' };
    const story = stories.find(({ storyId, title }) => storyId === asked || title.includes(asked));
    if (story !== undefined) return { kind: 'standing', standing: { ...standing, story, url } };
    return { kind: 'unknown', nearest: asked === 'zzz' ? [] : stories };
  };
  instead(at, whyQuestions, { whyInDigest });
  return at.run('why', { query }, user);
};

describe('/why', () => {
  test('says where a story stood, with its points in tenths, which add up', async () => {
    const message = await why({ digest, stood: { where: 'place', number: 2 }, importance });
    expect(isForOne(message)).toBe(true);
    expect(read(message)).toBe(
      [
        '### [Ferry crews walk out across the Sound](https://post.example/ferry)',
        `It was 2nd of 5 in the [digest of Tuesday 24 November](${url}).`,
        'It had 5.3 points:',
        '- +4.0 · 4 newsrooms had it on the front page',
        '- +0.5 · 2 newsrooms reported it, but not on the front page',
        '- +1.3 · 6 new reports',
        '- +0.2 · 1 newsroom had it on the front page in the days before',
        '- −0.1 · some of its reports don’t look like news',
        '- −0.6 · it partly belongs to other topics',
      ].join('\n'),
    );
    expect(read(await at.press(message, 'story:show:ferry'))).toContain('## Ferry crews');
  });

  test.each<[NonNullable<Standing['why']>, string, string]>([
    [
      { kind: 'before', at: start - hour },
      'Its latest report by then was from <t:',
      'Ihr letzter Bericht bis dahin ist vom',
    ],
    [{ kind: 'after', at: start + 30 * hour }, 'Its first report came <t:', 'Ihr erster Bericht kam am <t:'],
    [
      { kind: 'told', told: { at: start, messageUrl: url, articleIds: [], sentences: [] } },
      `This channel had it in [an earlier digest](${url}) already`,
      `Dieser Kanal hatte sie schon in [einem früheren Überblick](${url})`,
    ],
    [{ kind: 'other-topic' }, 'channel’s topics: World and Technology.', 'Themen dieses Kanals: Welt und Technik.'],
    [{ kind: 'no-news' }, 'don’t look like news', 'sehen nicht nach Nachrichten aus'],
    [{ kind: 'muted', word: '*ferry*' }, 'It contains “\\*ferry\\*”, which this server has muted.', '„\\*ferry\\*“'],
    [{ kind: 'beaten' }, 'the digest has 5 places and 8 lines under “In brief”', 'Andere Meldungen gingen vor'],
  ])('says why a story was not in the digest: %o', async (reason, english, german) => {
    const words = read(await why({ digest, why: reason }));
    expect(words).toContain(`It was not in the [digest of Tuesday 24 November](${url}). `);
    expect(words).toContain(english);
    expect(read(await why({ digest, why: reason }, at.reader))).toContain(german);
  });

  test('says which line in brief a story was', async () => {
    const brief = { digest, stood: { where: 'brief', number: 3 } } as const;
    expect(read(await why(brief))).toContain(
      `It was line 3 of 8 under “In brief” in the [digest of Tuesday 24 November](${url}).`,
    );
    expect(read(await why(brief, at.reader))).toContain('unter „Kurz gemeldet“, in Zeile 3 von 8.');
  });

  test('asks which story is meant, says when none is, or that there was no digest', async () => {
    const which = await why({ digest, why: { kind: 'beaten' } }, at.admin, 'xyzzy');
    expect(read(which)).toContain('No story has all the words of “xyzzy”. Which one do you mean?');
    expect(controls(which)).toEqual(['why:open:list']);
    expect(read(await at.pick(which, 'why:open:list', ['moose']))).toContain('Other stories came before it');
    expect(read(await why({ digest }, at.admin, 'zzz'))).toContain('Nothing found for “zzz”.');
    expect(read(await why(undefined))).toContain('This channel hasn’t had a digest yet.');
  });

  test('suggests stories by their headlines, and is for servers only', async () => {
    expect(await at.suggest('why', { query: 'water' }, 'query')).toEqual(['Parliament passes the water bill=water']);
    expect(at.server.world.commands.find(({ name }) => name === 'why')?.contexts).toEqual([0]);
  });
});
