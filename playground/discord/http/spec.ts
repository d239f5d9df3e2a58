import { isFields } from '../wire.ts';
import { type Path, type Problem, problem, refuse } from './errors.ts';

interface Schema {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: unknown }
    | { success: false; error: { issues: readonly { path: Path; message: string }[] } };
}

/** Checks a request body against Discord's published schema. Throws 50035 with the schema's own messages. */
export type SpecCheck = (route: string, body: unknown) => void;

const CALLBACKS: { readonly [type: number]: string } = {
  4: 'CreateMessageInteractionCallbackRequest',
  5: 'CreateMessageInteractionCallbackRequest',
  6: 'UpdateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest',
  8: 'ApplicationCommandAutocompleteCallbackRequest',
  9: 'ModalInteractionCallbackRequest',
};

const SCHEMAS: { readonly [route: string]: string } = {
  'POST /channels/:channel/messages': 'MessageCreateRequest',
  'PATCH /channels/:channel/messages/:message': 'MessageEditRequestPartial',
  'POST /webhooks/:application/:token': 'IncomingWebhookInteractionRequest',
  'PATCH /webhooks/:application/:token/messages/:message': 'IncomingWebhookUpdateForInteractionCallbackRequestPartial',
  'POST /users/@me/channels': 'CreatePrivateChannelRequest',
  'POST /channels/:channel/messages/:message/threads': 'CreateTextThreadWithMessageRequest',
  'POST /channels/:channel/threads': 'CreateForumThreadRequest',
};
/** For this route, the schema depends on whether the channel is a thread. */
const CHANGE = 'PATCH /channels/:channel';
const CHANGES = { thread: 'UpdateThreadRequestPartial', channel: 'UpdateGuildChannelRequestPartial' };
const BULK = 'PUT /applications/:application/commands';
const COMMAND = 'ApplicationCommandUpdateRequest';

/** Fields that discord.js puts into every body, even if the schema doesn't have them. */
const TOLERATED = new Set(['tts', 'enforce_nonce', 'nonce']);

let loaded: Promise<SpecCheck> | undefined;

/**
 * Loads and compiles the schemas of `discord-api-spec`, a development dependency, when the first server asks. Throws if
 * it isn't installed.
 */
export function loadSpec(): Promise<SpecCheck> {
  loaded ??= compileSpec();
  return loaded;
}

async function compileSpec(): Promise<SpecCheck> {
  const schemas: Readonly<Record<string, unknown>> = await import('discord-api-spec/zod');
  const used = new Map<string, Schema>();
  for (const each of [...Object.values(SCHEMAS), ...Object.values(CALLBACKS), ...Object.values(CHANGES), COMMAND]) {
    const schema = schemas[`${each}Schema`];
    if (!isSchema(schema)) throw new Error(`discord-api-spec has no ${each}Schema`);
    schema.safeParse({});
    used.set(each, schema);
  }
  const check = (schema: string | undefined, body: unknown, path: Path): Problem[] => {
    const found = schema === undefined ? undefined : used.get(schema);
    return found === undefined ? [] : problemsOf(found, body, path);
  };
  /** Command lists already found valid. Checking one takes milliseconds, and most servers of a process get the same. */
  const rightCommands = new Set<string>();
  return (route, body) => {
    if (route === BULK) {
      const text = JSON.stringify(body);
      if (rightCommands.has(text)) return;
      const list = Array.isArray(body) ? body : [];
      refuse(list.flatMap((command, index) => check(COMMAND, withoutPermissions(command), [index])));
      rightCommands.add(text);
    } else if (route === 'POST /interactions/:interaction/:token/callback') {
      refuse(check(isFields(body) ? CALLBACKS[Number(body.type)] : undefined, body, []));
    } else if (route === CHANGE) {
      refuse(check(CHANGES[isFields(body) && 'archived' in body ? 'thread' : 'channel'], body, []));
    } else refuse(check(SCHEMAS[route], body, []));
  };
}

function isSchema(value: unknown): value is Schema {
  return isFields(value) && typeof value.safeParse === 'function';
}

/** `default_member_permissions` is a string on the wire, though the schema says integer. */
function withoutPermissions(body: unknown): unknown {
  if (!isFields(body)) return body;
  const { default_member_permissions, ...rest } = body;
  return rest;
}

function problemsOf(schema: Schema, body: unknown, path: Path): Problem[] {
  const result = schema.safeParse(body);
  if (result.success) return strangers(body, result.data, path);
  return result.error.issues.map((issue) => problem([...path, ...issue.path], 'SPEC', issue.message));
}

/** Problems for fields that the schema doesn't know, which parsing would drop silently. */
function strangers(given: unknown, known: unknown, path: Path): Problem[] {
  if (Array.isArray(given) && Array.isArray(known)) {
    return given.flatMap((item, index) => strangers(item, known[index], [...path, index]));
  }
  if (!isFields(given) || !isFields(known)) return [];
  return Object.entries(given).flatMap(([key, value]): Problem[] => {
    if (TOLERATED.has(key) || value === undefined) return [];
    if (!(key in known)) return [problem([...path, key], 'SPEC', 'The published schema has no such field.')];
    return strangers(value, known[key], [...path, key]);
  });
}
