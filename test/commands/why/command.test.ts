import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Standing, type WhyAnswer, whyQuestions } from '../../../commands/why/ask.ts';
import type { StoryCard } from '../../../src/newsroom/storyCard.ts';
import { technology, world } from '../../discord/digestFixture.ts';
import { tellMadeUp } from '../madeUpStories.ts';
import { controls, createScene, instead, isForOne, read, type Scene } from '../scene.ts';

const start = Date.UTC(2026, 10, 23, 8);
const hour = 3_600_000;
const url = 'https://discord.com/channels/1/2/3';
const digest: Standing['digest'] = {
  ...{ localDate: '2026-11-24', url, windowStart: start, windowEnd: start + 24 * hour },
  ...{ topics: [world, technology], places: 5, lines: 8 },
};
const points: Standing['points'] = {
  sum: 5.35,
  parts: {
    leadingOutlets: 4,
    otherOutlets: 0.5,
    articles: 1.29,
    saga: 0.2,
    leisure: 0,
    notNews: -0.14,
    otherTopics: -0.5,
  },
  reports: { otherOutlets: 2, articles: 6, sagaOutlets: 1 },
};

let at: Scene;
let stories: StoryCard[];
beforeAll(async () => {
  at = await createScene();
  stories = tellMadeUp(at);
});
afterAll(() => at.close());

const why = async (standing: Omit<Standing, 'story'> | undefined, user = at.admin, query = 'Ferry') => {
  const whyInDigest = async (asked: string): Promise<WhyAnswer> => {
    if (standing === undefined) return { kind: 'no-digest' };
    const story = stories.find(({ storyId, title }) => storyId === asked || title.includes(asked));
    if (story !== undefined) return { kind: 'standing', standing: { ...standing, story } };
    return { kind: 'unknown', nearest: asked === 'zzz' ? [] : stories };
  };
  instead(at, whyQuestions, { whyInDigest });
  return at.run('why', { query }, user);
};

describe('/why', () => {
  test('says where a story stood, with its points, and what stood beside it', async () => {
    const beside = (title: string, importance: number) => ({ title, url: 'https://post.example/x', importance });
    const above = beside('Water bill', 6.1);
    const message = await why({
      digest,
      stood: { where: 'place', number: 2 },
      points,
      above,
      below: beside('Moose', 3),
    });
    expect(isForOne(message)).toBe(true);
    expect(read(message)).toBe(
      [
        '### [Ferry crews walk out across the Sound](https://post.example/ferry)',
        `It was 2nd of 5 in the [digest of Tuesday 24 November](${url}).`,
        'It had 5.4 points:',
        '- +4.0 for 4 newsrooms that had it on the front page',
        '- +0.5 for 2 newsrooms that reported it elsewhere',
        '- +1.3 for 6 new reports',
        '- +0.2 for 1 newsroom that had it on the front page in the days before',
        '- −0.1 because some of its reports look like something other than news',
        '- −0.5 because it partly belongs to other topics',
        'Above it: [Water bill](https://post.example/x) with 6.1',
        'Below it: [Moose](https://post.example/x) with 3.0',
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
    [
      { kind: 'no-news', notNews: 0.72, max: 0.5 },
      '72% likely, and 50% is the limit',
      'zu 72 %, die Grenze liegt hier bei 50 %',
    ],
    [{ kind: 'uncertain' }, 'Only one newsroom reported it', 'Nur eine Redaktion berichtete'],
    [{ kind: 'muted', word: '*ferry*' }, 'It says “\\*ferry\\*”, which this server has muted.', '„\\*ferry\\*“'],
    [{ kind: 'withdrawn' }, 'Its outlet has withdrawn', 'zurückgezogen'],
    [
      { kind: 'suicide' },
      'Channels of several topics leave that out.',
      'In Kanälen mit mehreren Themen steht das nicht.',
    ],
    [{ kind: 'nothing-new' }, 'only repeated what this channel had read before', 'stand sinngemäß schon'],
    [{ kind: 'other-language' }, 'in another language', 'in einer anderen Sprache'],
    [
      { kind: 'beaten', ahead: 14 },
      '14 stories came before it; the digest has 5 places and 8 lines under “In brief”',
      '14 Meldungen standen vor ihr',
    ],
    [{ kind: 'no-room' }, 'Judged now', 'Nach heutigem Stand'],
  ])('says why a story was not in the digest: %o', async (reason, english, german) => {
    const words = read(await why({ digest, why: reason }));
    expect(words).toContain(`It was not in the [digest of Tuesday 24 November](${url}). `);
    expect(words).toContain(english);
    expect(words).toContain('-# ');
    expect(read(await why({ digest, why: reason }, at.reader))).toContain(german);
  });

  test('says why a story was in brief only', async () => {
    const brief = { digest, stood: { where: 'brief', number: 3 } } as const;
    const unsaid = read(await why({ ...brief, why: { kind: 'unsaid' }, points }));
    expect(unsaid).toContain(
      `It was line 3 of 8 under “In brief” in the [digest of Tuesday 24 November](${url}). Only one newsroom tells`,
    );
    const as = { title: 'Strike on the Sound', url: 'https://post.example/s' };
    const same = read(await why({ ...brief, why: { kind: 'same', as } }, at.reader));
    expect(same).toContain(
      'unter „Kurz gemeldet“, in Zeile 3 von 8. [Strike on the Sound](https://post.example/s) steht vor ihr',
    );
  });

  test('asks which story is meant, says when none is, or that there was no digest', async () => {
    const which = await why({ digest, why: { kind: 'withdrawn' } }, at.admin, 'xyzzy');
    expect(read(which)).toContain('No story has all the words of “xyzzy”. Which one do you mean?');
    expect(controls(which)).toEqual(['why:open:list']);
    expect(read(await at.pick(which, 'why:open:list', ['moose']))).toContain('Its outlet has withdrawn');
    expect(read(await why({ digest }, at.admin, 'zzz'))).toContain('Nothing found for “zzz”.');
    expect(read(await why(undefined))).toContain('This channel hasn’t had a digest yet.');
  });

  test('suggests stories by their headlines, and is for servers only', async () => {
    expect(await at.suggest('why', { query: 'water' }, 'query')).toEqual(['Parliament passes the water bill=water']);
    expect(at.server.world.commands.find(({ name }) => name === 'why')?.contexts).toEqual([0]);
  });
});
