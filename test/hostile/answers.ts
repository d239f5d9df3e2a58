import type { WireMessage } from '../../playground/discord/wire.ts';
import type { HostileDesk } from './hostileDesk.ts';
import { type Injections, inject } from './pieces.ts';

/** A component of a message, with the values that it offers. */
interface Control {
  customId: string;
  options: string[];
}

function controlsOf(message: WireMessage): Control[] {
  const found: Control[] = [];
  JSON.stringify(message.components, (_key, part) => {
    if (part !== null && typeof part === 'object' && 'custom_id' in part) {
      const { custom_id, options = [] } = part as { custom_id: string; options?: { value: string }[] };
      found.push({ customId: custom_id, options: options.map(({ value }) => value) });
    }
    return part;
  });
  return found;
}

/** Custom ids that are not pressed, because they end or change something that later answers need. */
const leftAlone = /share|stop|end:|undo|:go:|nolog|time:|digest:post/;

/** Every card that shows text from feeds: those opened from posted messages, and the answers of commands. */
export async function answersOf({ at }: HostileDesk, given: Injections): Promise<WireMessage[]> {
  const { server, channelId: channel, admin: user } = at;
  const cards: WireMessage[] = [];
  const shown = async (life: { shown: Promise<{ kind: string; message?: WireMessage }> }) => {
    const { message } = await life.shown;
    if (message !== undefined) cards.push(message);
    return message;
  };
  /** Presses a message's buttons and chooses the first value of its selects, then does the same in the answers. */
  const open = async (message: WireMessage, depth: number): Promise<void> => {
    const messageId = message.id;
    for (const { customId, options } of controlsOf(message)) {
      if (leftAlone.test(customId)) continue;
      const act = { user, channel, messageId, customId };
      for (const value of options.length === 0 ? [undefined] : options.slice(0, depth > 2 ? 2 : 1)) {
        const life = value === undefined ? server.acts.click(act) : server.acts.choose({ ...act, values: [value] });
        const card = await shown(life);
        if (card !== undefined && depth > 1) await open(card, depth - 1);
      }
    }
  };
  const digest = at.messages().at(-1);
  if (digest === undefined) throw new Error('no digest');
  await open(digest, 3);
  for (const command of ['Who else reports this?', 'Follow this story'])
    await shown(server.acts.chooseInMenu({ user, channel, messageId: digest.id, command }));
  const commands: [command: string, options: Record<string, string>][] = [
    ['headlines', {}],
    ['catchup', {}],
    ['story', { query: 'deckhands' }],
    ['why', { query: 'deckhands' }],
    ['why', { query: inject('moose', given).slice(0, 100) }],
    // The answer links the URL that the member typed.
    ['coverage', { url: `${at.sites[0]?.origin}/${inject('x', given).replaceAll('://', ':')}`.slice(0, 1_000) }],
    ['digest preview', {}],
    ['digest settings', { mute: inject('weather', given).slice(0, 60) }],
    ['outlets list', {}],
    ['outlets mute', { outlet: inject('Courier', given).slice(0, 100) }],
    ['following', {}],
    ['watch list', {}],
    ['watch remove', { word: inject('snow', given).slice(0, 100) }],
    ['alerts list', {}],
    ['topics list', {}],
    ['subscriptions', {}],
    ['status now', {}],
    ['status deliveries', {}],
    ['corrections', {}],
    ['feeds add', { url: `${at.sites[0]?.origin}/own.xml` }],
    ['feeds list', {}],
  ];
  for (const [command, options] of commands) await shown(server.acts.run({ user, channel, command, options }));
  for (const file of hostileFiles(given)) {
    const bytes = Buffer.from(JSON.stringify(file));
    const attached = server.acts.attach({ user, channel }, { filename: 'lede-setup.json', type: '', bytes });
    await shown(server.acts.run({ user, channel, command: 'setup import', options: { file: attached } }));
  }
  return cards;
}

/** Set-up files in which every text is hostile: a valid one, and one whose error message quotes its text. */
function hostileFiles(given: Injections): object[] {
  const text = (base: string, max: number) => inject(base, given).toWellFormed().slice(0, max);
  const place = { id: '1', name: text('news', 100) };
  const rule = { voices: 3, perDay: 5, zone: 'UTC', roleId: '2' };
  const settings = { zone: 'UTC', times: ['08:00'], days: [1] };
  const digest = { settings, muted: [text('nobody', 260)], preferred: [] };
  const file = {
    format: 'lede-setup',
    version: 1,
    logChannel: place,
    topics: [{ id: 'own-1', name: text('Boats', 40), all: [], any: [text('boat', 60)], not: [] }],
    feeds: [
      { url: `http://192.168.1.1/${text('feed', 500)}`, title: text('Feed', 300), topic: 'own-1' },
      { url: 'http://a.invalid/', title: text('Feed', 300), topic: text('gone', 100) },
    ],
    mutes: [{ word: '***' }, { word: text('rain', 60) }],
    channels: [
      { ...place, ...digest, topics: ['world', text('gone', 100)] },
      { ...digest, id: '3', name: 'front-page', topics: ['world'] },
    ],
    alerts: [
      { ...place, ...rule, words: [text('flood', 60)] },
      { id: '4', name: 'at-once', ...rule, words: [text('flood', 60)] },
      { id: '5', name: 'merged', ...rule, topic: text('gone', 100) },
      { id: '6', name: 'stories', ...rule, forum: { tagIds: { world: '7' } } },
    ],
  };
  const fault = { ...rule, id: '4', name: 'merged', forum: { tagIds: { [text('world', 90)]: 'x' } } };
  return [file, { ...file, alerts: [fault] }];
}
