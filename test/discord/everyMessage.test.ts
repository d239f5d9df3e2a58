import { expect, test } from 'vitest';
import type { WireMessage } from '../../playground/discord/wire.ts';
import { createRandom } from '../chaos/random.ts';
import { read, sceneForAll } from '../commands/scene.ts';
import { sampleOf } from '../sampleOf.ts';
import { createMaker, type Schema } from './fromSchema.ts';

const seed = 20261130;
const menu = 'Who else reports this?';

const { MessageResponseSchema, MessageTypeSchema, PollResponseSchema }: Record<string, Schema> = await import(
  'discord-api-spec/zod'
);
if (!MessageResponseSchema || !MessageTypeSchema || !PollResponseSchema) throw new Error('the schema has no messages');
const fields = Object.entries(MessageResponseSchema._zod.def.shape ?? {});
const poll = createMaker(createRandom(seed), 1)(PollResponseSchema);
const forwardOfPoll = {
  message_reference: { type: 1, channel_id: '901', message_id: '902' },
  message_snapshots: [{ message: { type: 0, content: '', embeds: [], components: [], poll } }],
};

const at = await sceneForAll();
const guild = at.server.setup.addGuild({ name: 'Elsewhere', app: false });
at.server.setup.addMember(guild.id, at.reader);
const elsewhere = at.server.setup.addChannel(guild.id, { name: 'chat' }).id;

/** Runs the message command on a message as Discord would send it. Returns Lede's answer. */
async function ask(message: object, channel = at.channelId): Promise<string> {
  const { acts, world } = at.server;
  const id = acts.say({ user: at.reader, channel }, 'x').id;
  const made = { ...message, id, channel_id: channel } as WireMessage;
  world.channels.get(channel)?.messages.splice(-1, 1, made);
  const { shown } = acts.chooseInMenu({ user: at.reader, channel, messageId: id, command: menu });
  const { kind, ...rest } = await shown;
  return 'message' in rest ? read(rest.message) : expect.fail(`${kind} for ${JSON.stringify(made)}`);
}

const noLink = 'In dieser Nachricht steht kein Link zu einem Artikel';
const failed = 'Das hat nicht geklappt';

test('“Who else reports this?” on a poll, or a forward of one, says that it has no link, in DMs too', async () => {
  const base = { type: 0, content: '', embeds: [], components: [], attachments: [] };
  const dm = at.server.setup.dm(at.reader).id;
  for (const channel of [at.channelId, elsewhere, dm]) {
    const question = { question: { text: 'Ferry or bridge?' }, answers: [], expiry: null, allow_multiselect: false };
    expect(await ask({ ...base, poll: question }, channel)).toContain(noLink);
    const answers = [{ answer_id: 1, poll_media: { text: 'Ferry' } }];
    expect(await ask({ ...base, poll: { ...question, answers } }, channel)).toContain(noLink);
    const read = { question: { text: 'Read https://post.example/ferry?' }, answers };
    expect(await ask({ ...base, poll: read }, channel)).toContain('post.example/ferry');
    expect(await ask({ ...base, ...forwardOfPoll }, channel)).not.toContain(failed);
  }
});

test('“Who else reports this?” answers on every type of message, and on every field that one may have', async () => {
  const plain = createMaker(createRandom(seed), 0);
  const full = createMaker(createRandom(seed), 1);
  const base = plain(MessageResponseSchema) as object;
  const types = MessageTypeSchema._zod.def.values ?? [];
  for (const type of types) expect(await ask({ ...base, type })).not.toContain(failed);
  for (const [name, schema] of fields) {
    for (let turn = 0; turn < sampleOf(8); turn += 1) {
      const message = { ...base, [name]: full(schema, 1) };
      expect(await ask(message), JSON.stringify(message)).not.toContain(failed);
    }
  }
  expect(types.length).toBeGreaterThan(30);
});

test('“Who else reports this?” answers on messages of the published schema at random', async () => {
  const random = createRandom(seed);
  const make = createMaker(random, 0.5);
  for (let round = 0; round < sampleOf(60); round += 1) {
    const message = make(MessageResponseSchema) as object;
    expect(MessageResponseSchema.safeParse(message).error?.issues).toBeUndefined();
    expect(await ask(message), JSON.stringify(message)).not.toContain(failed);
  }
});
