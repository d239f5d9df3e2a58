import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { timelineQuestions } from '../../../commands/story/timeline.ts';
import type { WireMessage } from '../../../playground/discord/wire.ts';
import { headlineQuestions } from '../../../src/desk/headlines.ts';
import { storyQuestions } from '../../../src/desk/stories.ts';
import { sharedList } from '../../../src/discord/cards/headlines.ts';
import { events } from '../../desk/events.ts';
import { storyOf, tellMadeUp } from '../madeUpStories.ts';
import { controls, instead, isForOne, read, sceneForAll } from '../scene.ts';

const share = (message: WireMessage) => controls(message).find((id) => id.startsWith('headlines:share:')) ?? '';

const at = await sceneForAll({ promiseAfterMs: 60 });
await at.desk.drain();
const stories = tellMadeUp(at);
beforeEach(() => at.enterServer());

/** Makes every search find nothing until the test ends. */
const forget = () => {
  const all = stories.splice(0);
  onTestFinished(() => void stories.push(...all));
};

describe('/story', () => {
  test('shows the card of a story to the asker alone', async () => {
    const message = await at.run('story', { query: 'ferry' });
    expect(isForOne(message)).toBe(true);
    expect(read(message)).toContain('## Ferry crews walk out across the Sound');
    expect(read(message)).toContain('Sentence 1 about the ferry. — [Post](https://post.example/ferry)');
    expect(controls(message)).toEqual([
      'story:related:ferry',
      'story:share:ferry',
      'story:outlets:ferry',
      'story:follow:ferry',
    ]);
  });

  test('shows how a figure changed, and on request the sentences that state it', async () => {
    const value = (value: string, outlet: string, daysAgo: number) => ({
      ...{ value, outlet, articleId: outlet, url: `https://${outlet.toLowerCase()}.example/toll` },
      ...{ text: `The strike has *stranded* ${value} people.`, at: Date.UTC(2026, 10, 24 - daysAgo, 12) },
    });
    const changed = [{ noun: 'people stranded', values: [value('95', 'Post', 0), value('87', 'Radio', 1)] }];
    const [ferry] = stories.splice(0, 1, { ...storyOf('ferry'), changed });
    onTestFinished(() => void (ferry && stories.splice(0, 1, ferry)));
    const card = await at.run('story', { query: 'ferry' });
    expect(read(card)).toContain(
      '**Day by day** people stranded: **[95](https://post.example/toll)** · Monday [87](https://radio.example/toll)',
    );
    const sentences = read(await at.press(card, 'story:changed:ferry'));
    expect(sentences).toContain(
      'Monday **87** · The strike has \\*stranded\\* 87 people. — [Radio](https://radio.example/toll)',
    );
  });

  test('a suggestion is a story that can be chosen by its id', async () => {
    expect(await at.suggest('story', { query: 'water' }, 'query')).toEqual(['Parliament passes the water bill=water']);
    expect(read(await at.run('story', { query: 'water' }))).toContain('## Parliament passes the water bill');
  });

  test('without words it is the top story, in a DM in the reader’s language', async () => {
    const dm = at.server.setup.dm(at.reader).id;
    const words = read(await at.run('story', {}, at.reader, dm));
    expect(words).toContain('## Ferry crews');
    expect(words).toContain('Wörtlich zitiert; jeder Text gehört seinem Medium.');
  });

  test('offers the nearest or top stories if none fits, and says how long stories are kept', async () => {
    const message = await at.run('story', { query: '*dragons*' });
    expect(read(message)).toContain('Nothing found for “\\*dragons\\*”. Stories are kept for 30 days.');
    expect(controls(message)).toEqual(['story:open:list']);
    expect(read(await at.pick(message, 'story:open:list', ['moose']))).toContain('## Moose delays');
    instead(at, storyQuestions, { story: async () => ({ kind: 'top', stories, keptDays: 30 }) });
    expect(read(await at.run('story', { query: 'xyzzy' }))).toContain('The top stories now are:\n**1 · [Ferry crews');
    instead(at, storyQuestions, { story: async () => ({ kind: 'nearest', stories, keptDays: 30, meant: 'ferry' }) });
    expect(read(await at.run('story', { query: 'fery' }))).toMatch(
      /“fery”\. Did you mean \*\*ferry\*\*\?\n.*Ferry crews/,
    );
    forget();
    expect(read(await at.run('story', { query: 'zzz' }))).toContain('try one or two words');
  });

  test('without words and without news the answer says so, and quotes no empty search', async () => {
    instead(at, storyQuestions, { story: async () => ({ kind: 'top', stories, keptDays: 30 }) });
    const before = read(await at.run('story'));
    forget();
    const none = read(await at.run('story'));
    expect(before).toMatch(/^There are no stories from the last 24 hours yet\. .*\n\*\*1 · \[Ferry crews/);
    expect(none).toBe(
      'There are no stories from the last 3 days yet. Search with words from a headline to find older ones.',
    );
  });

  test('the buttons Why grouped, Who reported and Related each answer', async () => {
    const reason = {
      outlet: 'Lantern',
      title: 'Ferry crews walk out',
      url: 'https://post.example/ferry',
      at: at.desk.now,
    };
    const how = { words: ['deckhands', 'Sound'], probability: 0.62, opened: false };
    instead(at, storyQuestions, { whyGrouped: async () => [{ ...reason, ...how }] });
    const message = await at.run('story', { query: 'ferry' });
    expect(controls(message)).not.toContain('story:why:ferry');
    const reporting = await at.press(message, 'story:outlets:ferry');
    expect(read(reporting)).toContain('Agency North · [Ferry crews');
    expect(read(await at.press(reporting, 'story:why:ferry'))).toContain(
      'in common: “deckhands”, “Sound” · matches the others by 62% on average',
    );
    expect(read(await at.pick(message, 'story:related:ferry', ['moose']))).toContain('## Moose delays');
  });

  test('“Who reported?” comes without a picture where none can be drawn', async () => {
    const outlets = ['Harbour Post', 'Agency North'].map((name, n) => ({ name, reports: [n], corrections: [] }));
    instead(at, timelineQuestions, {
      timeline: async () => ({ zone: 'UTC', outlets }),
      chart: async () => undefined,
    });
    const card = await at.run('story', { query: 'ferry' });
    expect((await at.press(card, 'story:outlets:ferry')).attachments).toEqual([]);
  });

  test('“Who reported?” lets members name an article about another event, in servers where Lede is', async () => {
    const message = await at.run('story', { query: 'ferry' });
    expect(controls(await at.press(message, 'story:outlets:ferry'))).toEqual(['story:apart:ferry', 'story:why:ferry']);
    const dm = at.server.setup.dm(at.reader).id;
    const alone = await at.run('story', { query: 'ferry' }, at.reader, dm);
    expect(controls(await at.press(alone, 'story:outlets:ferry', at.reader))).toEqual(['story:why:ferry']);
  });

  test('Share here posts the card for all once from one message, however often and fast it is pressed', async () => {
    const before = at.server.acts.messages(at.channelId).length;
    const message = await at.run('story', { query: 'ferry' });
    const pressed = await Promise.all([1, 2, 3].map(() => at.press(message, 'story:share:ferry')));
    const [shared = expect.fail(), ...more] = pressed.filter((one) => !isForOne(one));
    expect(more).toEqual([]);
    expect(read(shared)).toContain(`Shared by <@${at.admin}>`);
    expect(controls(shared)).not.toContain('story:share:ferry');
    expect(pressed.filter(isForOne).map(read)).toEqual(Array(2).fill('You have already shared this here.'));
    expect(at.server.acts.messages(at.channelId)).toHaveLength(before + 1);
    const again = await at.run('story', { query: 'ferry' });
    expect(isForOne(await at.press(again, 'story:share:ferry'))).toBe(false);
  });

  test('only the asker is told that Discord refused a shared card, and may retry', async () => {
    const message = await at.run('story', { query: 'ferry' });
    const before = at.server.acts.messages(at.channelId).length;
    const refused = { status: 400, code: 50_035, message: 'Invalid Form Body' };
    const rule = at.server.fail({ method: 'POST', path: /\/callback$/, how: refused });
    const answer = await at.press(message, 'story:share:ferry');
    expect(rule.hits).toBe(1);
    expect(isForOne(answer)).toBe(true);
    expect(read(answer)).toContain('That did not work');
    expect(at.server.acts.messages(at.channelId)).toHaveLength(before);
    expect(isForOne(await at.press(message, 'story:share:ferry'))).toBe(false);
  });

  test('members who may not write in the channel can’t share there', async () => {
    const message = await at.run('story', { query: 'ferry' }, at.reader);
    at.server.setup.setOverwrite(at.channelId, at.reader, { deny: ['SendMessages'] });
    const answer = await at.press(message, 'story:share:ferry', at.reader);
    at.server.setup.setOverwrite(at.channelId, at.reader, {});
    expect(read(answer)).toContain('musst du in diesem Kanal Nachrichten senden');
    expect(isForOne(answer)).toBe(true);
  });

  test('a control on an old message answers when its story is gone', async () => {
    const message = await at.run('story', { query: 'ferry' });
    forget();
    const answer = await at.press(message, 'story:outlets:ferry');
    expect(read(answer)).toBe(
      'This story is no longer available: it is older than 30 days, or its feed was removed. The links above still work.',
    );
  });

  test('a slow answer is deferred first, and still only for the asker', async () => {
    let go = () => {};
    const waiting = new Promise<void>((resolve) => (go = resolve));
    instead(at, storyQuestions, { story: () => waiting.then(() => ({ kind: 'top', stories, keptDays: 30 })) });
    const asked = { user: at.admin, channel: at.channelId, command: 'story', options: { query: 'no id' } };
    const life = at.server.acts.run(asked);
    expect((await life.answered).kind).toBe('deferred');
    go();
    const shown = await life.shown;
    expect(shown.kind === 'message' && isForOne(shown.message)).toBe(true);
  });

  test('an unexpected error reaches the asker as a sentence and the log with the same code', async () => {
    instead(at, storyQuestions, { story: () => Promise.reject(new Error('disk full')) });
    const message = await at.run('story', { query: 'no id' });
    const entry = at.log.findLast((one) => one.level === 'error');
    expect(entry?.values.code).toMatch(/^L\d{6}$/);
    expect(read(message)).toContain(`the code **${entry?.values.code}**`);
  });

  test('says so while the outlets are read for the first time', async () => {
    instead(at, storyQuestions, { story: async () => ({ kind: 'reading' }) });
    const message = await at.run('story', { query: 'any thing' });
    expect(read(message)).toContain('reading its outlets for the first time');
  });
});

describe('/headlines', () => {
  test('lists the top stories with Share here', async () => {
    const message = await at.run('headlines', { topic: 'technology' });
    expect(isForOne(message)).toBe(true);
    expect(read(message)).toContain('## Headlines · Technology');
    expect(read(message)).toContain(`**1 · [${events.phones[0].title}](${at.desk.sites[2]?.origin}/phones)**`);
    const shared = await at.press(message, share(message));
    expect(isForOne(shared)).toBe(false);
    expect(read(shared)).toContain('## Headlines · Technology');
  });

  test('Share here posts no empty list, and an old button says that it is old', async () => {
    const message = await at.run('headlines', { topic: 'technology' });
    const before = at.server.acts.messages(at.channelId).length;
    const headlines = await at.ask.headlines(at, 'technology', 'today');
    instead(at, headlineQuestions, { headlines: async () => ({ ...headlines, stories: [] }) });
    const none = await at.press(message, share(message));
    expect(read(none)).toBe('These stories are no longer available, so nothing was shared.');
    expect(isForOne(none)).toBe(true);
    expect(at.server.acts.messages(at.channelId)).toHaveLength(before);
    expect(sharedList('today:technology')).toBeUndefined();
  });

  test('a topic typed by its German name is understood, an unknown one is refused with a way on', async () => {
    expect(read(await at.run('headlines', { topic: 'Technik' }, at.reader))).toContain('## Schlagzeilen · Technik');
    expect(read(await at.run('headlines', { topic: 'Cooking' }))).toContain('There is no topic “Cooking”');
    // Members are not told to run commands that Discord does not offer them.
    expect(read(await at.run('headlines', { topic: 'Kochen' }, at.reader))).toContain(
      'Wer den Server verwaltet, kann neue anlegen: /themen erstellen.',
    );
    expect(read(await at.run('subscriptions', {}, at.reader))).toContain('Wer den Server verwaltet, richtet mit');
  });

  test('suggests topics in the asker’s language', async () => {
    expect(await at.suggest('headlines', { topic: 'te' }, 'topic', at.reader)).toEqual(['Technik=technology']);
  });
});

describe('/help', () => {
  test('lists what Lede does, from the loaded commands', async () => {
    const message = await at.run('help');
    expect(read(message)).toContain('one calm digest a day');
    expect(read(message)).toMatch(/<\/story:\d+> Read one story/);
    expect(read(message)).toMatch(/<\/subscribe:\d+> Post a daily digest/);
  });

  test('shows managers how to start, and members only commands that they can use', async () => {
    at.server.setup.changeUser(at.admin, { locale: 'de' });
    onTestFinished(() => at.server.setup.changeUser(at.admin, { locale: 'en-US' }));
    const words = read(await at.run('help'));
    expect(words).toMatch(/Für alle, die den Server verwalten\*\*\n\*\*So fängst du an:/);
    // Commands appear under their German names, as Discord lists them.
    expect(words).toMatch(/<\/meldung:\d+> Eine Meldung lesen/);
    expect(words).toMatch(/So fängst du an:\*\* .*<\/abonnieren:\d+>/);
    const toMember = read(await at.run('help', {}, at.reader));
    expect(toMember).toMatch(/<\/meldung:\d+>/);
    expect(toMember).not.toMatch(/abonnieren|eilmeldungen|So fängst du an/);
    expect(toMember).toContain('Wer den Server verwaltet, kann in jedem Kanal einen Überblick einrichten.');
    at.server.setup.grant(at.serverId, 'digest', [at.reader]);
    const granted = read(await at.run('help', {}, at.reader));
    at.server.setup.grant(at.serverId, 'digest', []);
    expect(granted).toMatch(/Für alle, die den Server verwalten\*\*\n<\/überblick:\d+> [^\n]*$/m);
    expect(granted).not.toContain('</abonnieren:');
  });

  test('in a DM it leaves out what works only in a server', async () => {
    const dm = at.server.setup.dm(at.reader).id;
    const message = await at.run('help', {}, at.reader, dm);
    expect(read(message)).toContain('Füge Lede einem Server hinzu');
    expect(read(message)).toMatch(/<\/meldung:\d+>/);
    for (const name of ['abonnieren', 'abos']) expect(read(message)).not.toContain(`</${name}:`);
  });
});
