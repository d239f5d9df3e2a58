import { Locale } from 'discord-api-types/v10';
import { z } from 'zod';
import { ActRefused } from '../discord/acts/begin.ts';
import type { Life } from '../discord/world/life.ts';
import type { ActAnswer } from './protocol.ts';
import { isSeat, type PageParts, sees } from './view.ts';

const id = z.string().regex(/^\d{1,20}$/);
const name = z.string().min(1).max(100);
const options = z.record(z.string().max(32), z.union([z.string().max(6_000), z.number()]));
const place = z.object({ user: id, channel: id });
const slash = place.extend({ command: name, options: options.default({}) });
const click = place.extend({ messageId: id, customId: name });

/** The shape of each act's body, by the last part of the path. */
const shapes = {
  run: slash,
  type: slash.extend({ focused: z.string().max(32) }),
  menu: place.extend({ command: name, messageId: id }),
  click,
  choose: click.extend({ values: z.array(z.string().max(100)).max(25) }),
  submit: place.extend({
    modalId: id,
    values: z.record(name, z.union([z.string().max(4_000), z.array(name).max(25)])),
  }),
  say: place.extend({ content: z.string().trim().min(1).max(2_000) }),
  locale: z.object({ user: id, locale: z.enum(Locale) }),
  permit: place.extend({ mayWrite: z.boolean() }),
  skip: z.object({ user: id }),
  'start-again': z.object({ user: id }),
} as const;

type Acts = { [name in keyof typeof shapes]: z.infer<(typeof shapes)[name]> };

/** Performs an act. Returns undefined for an unknown act. Throws ZodError for an invalid body. */
export async function perform(parts: PageParts, act: string, body: unknown): Promise<ActAnswer | undefined> {
  if (!Object.hasOwn(shapes, act)) return undefined;
  const known = act as keyof Acts;
  const asked = shapes[known].parse(body);
  return asSeat(parts, asked.user, () => doers[known](parts, asked as never));
}

/** Acts as one of the two people. If Discord's client wouldn't offer the act, the answer says why. */
async function asSeat(parts: PageParts, user: string, act: () => ActAnswer | Promise<ActAnswer>): Promise<ActAnswer> {
  if (!isSeat(parts, user)) return { kind: 'refused', reason: 'The page acts for its two people only.' };
  try {
    return await act();
  } catch (error) {
    if (error instanceof ActRefused) return { kind: 'refused', reason: error.message };
    throw error;
  }
}

const attachment = place.extend({ name: z.string().min(1).max(255), type: z.string().max(100) });

/** Uploads a file for an option of the next command. Throws ZodError for an invalid query. */
export function attach(parts: PageParts, query: URLSearchParams, bytes: Uint8Array): Promise<ActAnswer> {
  const { name: filename, type, ...at } = attachment.parse(Object.fromEntries(query));
  const id = () => parts.server.acts.attach(at, { filename, type, bytes });
  return asSeat(parts, at.user, () => ({ kind: 'attached', id: id() }));
}

const doers: { [name in keyof Acts]: (parts: PageParts, asked: Acts[name]) => Promise<ActAnswer> } = {
  run: ({ server }, asked) => answerOf(server.acts.run(asked)),
  type: ({ server }, asked) => answerOf(server.acts.type(asked)),
  menu: ({ server }, asked) => answerOf(server.acts.chooseInMenu(asked)),
  click: ({ server }, asked) => answerOf(server.acts.click(asked)),
  choose: ({ server }, asked) => answerOf(server.acts.choose(asked)),
  submit: ({ server }, asked) => answerOf(server.acts.submit(asked)),
  say: async ({ server }, { content, ...at }) => {
    server.acts.say(at, content);
    return { kind: 'done' };
  },
  locale: async ({ server }, { user, locale }) => {
    server.setup.changeUser(user, { locale });
    return { kind: 'done' };
  },
  permit: async (parts, { user, channel, mayWrite }) => {
    if (user !== parts.seats.admin) return { kind: 'refused', reason: 'Only the admin may change permissions.' };
    if (!sees(parts, user, channel)) return { kind: 'refused', reason: 'No such channel.' };
    parts.server.setup.setOverwrite(channel, 'bot', mayWrite ? {} : { deny: ['SendMessages'] });
    return { kind: 'done' };
  },
  skip: async (parts) => {
    await parts.skip();
    return { kind: 'done' };
  },
  'start-again': async (parts) => {
    if (parts.press === undefined) return { kind: 'refused', reason: 'Only the sample begins again.' };
    parts.startAgain();
    return { kind: 'done' };
  },
};

async function answerOf(life: Life): Promise<ActAnswer> {
  const answer = await life.answered;
  if (answer.kind === 'failed') return { kind: 'failed' };
  if (answer.kind === 'modal') return { kind: 'modal', id: life.origin.id, modal: answer.modal };
  if (answer.kind === 'choices') return { kind: 'choices', choices: answer.choices };
  return { kind: 'done' };
}
