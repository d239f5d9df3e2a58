import { ComponentType, MessageFlags } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { WireMessage } from '../../../playground/discord/wire.ts';
import { coverageQuestions, type LinkCoverage } from '../../../src/desk/coverage.ts';
import type { StoryCard } from '../../../src/newsroom/storyCard.ts';
import { messageOf } from '../../desk/desk.ts';
import { world } from '../../discord/digestFixture.ts';
import { storyOf, tellMadeUp } from '../madeUpStories.ts';
import { controls, instead, isForOne, read, sceneForAll } from '../scene.ts';

const countries = new Map([
  ['post', { country: 'NO', owner: 'Harbour Group' }],
  ['north', { country: 'SE' }],
  ['coast', { country: 'NO', owner: 'Harbour Group' }],
]);
const withOrigin = <Of extends { outletId: string }>(report: Of) => ({ ...report, ...countries.get(report.outletId) });

let asked: string;
const at = await sceneForAll({ promiseAfterMs: 60 });
const stories = tellMadeUp(at);
at.desk.app.desk.use(coverageQuestions).coverage = async (urls) => {
  asked = urls.join(' ');
  return urls.map((url) => {
    const card = stories.find(({ storyId }) => url.includes(storyId));
    if (card === undefined) return { url, kind: 'unread', why: 'closed' };
    const reports = card.reports.map((report) => withOrigin({ ...report, sameText: report.sameText.map(withOrigin) }));
    return { url, kind: 'found', by: 'address', card: { ...card, reports } };
  });
};

const write = (content: string, channel = at.channelId) => at.server.acts.say({ user: at.admin, channel }, content);

const choose = ({ id: messageId, channel_id: channel }: WireMessage, user = at.admin) =>
  messageOf(at.server.acts.chooseInMenu({ user, channel, messageId, command: 'Who else reports this?' }));

/** Lets the desk know this story until the test ends. */
function know(story: StoryCard): void {
  stories.push(story);
  onTestFinished(() => void stories.pop());
}

describe('Who else reports this?', () => {
  test('answers only the asker: outlets by country, owners, times, and a link to the story', async () => {
    const message = await choose(write('Look: https://post.example/ferry?utm_source=x, wow'));
    expect(isForOne(message)).toBe(true);
    expect(asked).toBe('https://post.example/ferry?utm_source=x');
    expect(read(message)).toBe(
      [
        '### [Ferry crews walk out across the Sound](https://post.example/ferry)',
        '-# World · 9 outlets · first reported <t:1795492800:f> · latest report <t:1795521600:f>',
        '**Reported by**',
        'Norway: [Harbour Post](https://post.example/ferry) · [Daily Coast](https://coast.example/1)',
        'Sweden: [Agency North](https://north.example/1)',
        'Country unknown: [Metro](https://metro.example/1)',
        '-# Owners: Harbour Group (2) · unknown for 2',
      ].join('\n'),
    );
    expect(controls(message)).toEqual(['story:show:ferry', 'story:outlets:ferry']);
    expect(read(await at.press(message, 'story:show:ferry'))).toContain('Sentence 1 about the ferry.');
  });

  test('shows what outlets agree and differ on', async () => {
    const from = (outlet: string) => ({ outlet, url: `https://${outlet.toLowerCase()}.example/1`, at: at.desk.now });
    const values = [
      { ...from('Post'), value: '900' },
      { ...from('Metro'), value: '1,200' },
    ];
    const agreed = [{ noun: 'people injured', value: 'nine', outlets: [from('Post'), from('Radio')] }];
    know(storyOf('toll', world, { agreed, figures: [{ noun: 'deckhands', overTime: false, values }] }));
    const words = read(await choose(write('https://post.example/toll')));
    expect(words).toContain(
      '**They agree** people injured: **nine** [Post](https://post.example/1), [Radio](https://radio.example/1)',
    );
    expect(words).toContain('**Figures differ** deckhands: **900** [Post](https://post.example/1)');
  });

  test('says when only one outlet reports it', async () => {
    const { reports } = storyOf('ferry');
    know(storyOf('alone', world, { outlets: 1, voices: 1, reports: reports.slice(0, 1) }));
    const message = await choose(write('https://post.example/alone'));
    expect(read(message)).toContain('So far only [Harbour Post](https://post.example/ferry) reports this.');
    expect(controls(message)).toEqual(['story:show:alone']);
  });

  test('checks three links, shows a story once, and says what it left out', async () => {
    const message = await choose(
      write('<https://a.example/ferry> [moose](https://b.example/moose) https://c.example/ferry https://d.example/x'),
    );
    expect(asked).toBe('https://a.example/ferry https://b.example/moose https://c.example/ferry https://d.example/x');
    expect(read(message).match(/^### /gm)).toHaveLength(2);
    expect(read(message)).toContain('This message has more links; Lede looked up the first 3.');
  });

  test('reads the links of digests, embeds and forwarded messages, but none to Discord or a GIF', async () => {
    const base = write('https://discord.com/channels/1/2/3 https://tenor.com/view/x https://discord.gg/lede');
    expect(read(await choose(base))).toMatch(/^There is no link to an article in this message\./);
    const checked = async (more: object) => {
      await choose(Object.assign(write('x'), { content: '', ...more }));
      return asked;
    };
    const inner = { type: ComponentType.TextDisplay, id: 2, content: 'Quoted: [Post](https://post.example/ferry)' };
    const components = [{ type: ComponentType.Container, id: 1, components: [inner] }];
    expect(await checked({ flags: MessageFlags.IsComponentsV2, components })).toBe('https://post.example/ferry');
    const embeds = [{ type: 'article', url: 'https://post.example/moose' }];
    expect(await checked({ embeds })).toBe('https://post.example/moose');
    const message_reference = { type: 1, channel_id: '901', message_id: '902', guild_id: '903' };
    const message_snapshots = [{ message: { ...base, content: 'https://post.example/water' } }];
    expect(await checked({ message_reference, message_snapshots })).toBe('https://post.example/water');
  });

  test('works in servers without Lede for members who added it to their account, also in German', async () => {
    const guild = at.server.setup.addGuild({ name: 'Elsewhere', app: false });
    at.server.setup.addMember(guild.id, at.reader);
    const elsewhere = at.server.setup.addChannel(guild.id, { name: 'chat' }).id;
    const message = at.server.acts.say({ user: at.reader, channel: elsewhere }, 'https://post.example/ferry');
    const answer = await choose(message, at.reader);
    expect(isForOne(answer)).toBe(true);
    expect(read(answer)).toContain('**Es berichten**\nNorwegen: [Harbour Post]');
    const dm = at.server.setup.dm(at.reader).id;
    const saidThere = at.server.acts.say({ user: at.reader, channel: dm }, 'https://post.example/ferry');
    expect(read(await choose(saidThere, at.reader))).toContain('Es berichten');
    expect(await at.say('coverage', { url: 'post.example/ferry' }, at.reader, dm)).toContain('Es berichten');
    expect(asked).toBe('https://post.example/ferry');
  });
});

describe('/coverage', () => {
  const url = 'https://blog.example/x';

  test('refuses text that isn’t a URL', async () => {
    instead(at, coverageQuestions, { coverage: async ([url = '']) => [{ url, kind: 'no-page' }] });
    expect(await at.say('coverage', { url: 'the *ferry*' })).toBe(
      '“the \\*ferry\\*” isn’t a web address. Paste the article’s whole address, with https://',
    );
  });

  test('gives advice for a page that can’t be read', async () => {
    const words = await at.say('coverage', { url: 'https://www.wall.example/(x)' });
    expect(words).toContain('[wall.example](https://www.wall.example/%28x%29), and the site doesn’t let bots read');
    expect(words).toContain('Try /story with words from its headline.');
  });

  test('says if a story was found by the page’s text, and offers similar ones', async () => {
    const coverage: LinkCoverage[] = [
      { url, kind: 'found', by: 'page', card: storyOf('ferry') },
      { url, kind: 'unknown', nearest: [storyOf('moose')] },
      { url, kind: 'unknown', nearest: [] },
    ];
    instead(at, coverageQuestions, { coverage: async () => coverage });
    const message = await at.run('coverage', { url });
    const said = read(message);
    const link = `[blog.example](${url})`;
    expect(said).toContain(`no article at ${link}. Going by its title and opening, it belongs to this story:`);
    expect(said).toContain(`a story that clearly fits ${link}. The closest are:`);
    expect(said).toContain(`None of Lede’s outlets has a story that fits ${link}.`);
    expect(read(await at.pick(message, 'story:open:near-1', ['moose']))).toContain('## Moose delays');
  });

  test('stays within Discord’s limits with three stories of many outlets', async () => {
    const reports = Array.from({ length: 60 }, (_, n) => ({
      articleId: `a${n}`,
      outlet: `Outlet of a long name ${n}`,
      outletId: `o${n}`,
      title: 'x',
      url: `https://o${n}.example/${'a'.repeat(200)}`,
      country: ['NO', 'SE', 'DE'][n % 3],
      at: at.desk.now,
      sameText: [],
    }));
    const cards = ['a', 'b', 'c'].map((id) => storyOf(id, world, { reports, outlets: 60 }));
    const coverage: LinkCoverage[] = cards.map((card) => ({ url, kind: 'found', by: 'page', card }));
    instead(at, coverageQuestions, { coverage: async () => coverage });
    const said = await at.say('coverage', { url });
    expect(said.match(/^### /gm)).toHaveLength(3);
    expect(said).toContain('more');
  });
});
