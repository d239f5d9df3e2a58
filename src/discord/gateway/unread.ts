import {
  GatewayDispatchEvents,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  type REST,
  Routes,
} from 'discord.js';
import type { Log } from '../../log.ts';
import { sentence } from '../cards/parts.ts';
import { failureCode } from '../dispatcher.ts';
import { codeOf } from '../sending/outcomes.ts';
import { textsFor } from '../texts/texts.ts';
import type { Unread } from './reading.ts';

/**
 * Logs unreadable events: interactions and the first event of every other type as errors, further ones at debug level,
 * since a change at Discord breaks every event of a type. A member always gets an answer, with the code in the log.
 */
export function createUnread(rest: () => REST, track: (task: Promise<void>) => void, log: Log): Unread {
  const logged = new Set<unknown>();
  return ({ t: event, d: data }, error) => {
    const isNew = !logged.has(event);
    logged.add(event);
    const asked = event === GatewayDispatchEvents.InteractionCreate ? askedBy(data) : undefined;
    const code = asked && failureCode(asked.id);
    const level = isNew || asked !== undefined ? 'error' : 'debug';
    log[level]({ error, cause: codeOf(error), event, code }, 'an event of Discord could not be read');
    if (asked === undefined) return;
    const told = rest().post(Routes.interactionCallback(asked.id, asked.token), { auth: false, body: answerTo(asked) });
    track(
      told.then(
        () => undefined,
        (failure: unknown) => log.warn({ code: codeOf(failure), error: failure }, 'the asker could not be told'),
      ),
    );
  };
}

interface Asked {
  id: string;
  token: string;
  type: unknown;
  locale: string;
}

/** The interaction to answer; undefined if nobody would get the answer. */
function askedBy(data: unknown): Asked | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { id, token, type, locale } = data as Record<string, unknown>;
  if (typeof id !== 'string' || typeof token !== 'string' || !/^\d+$/.test(id)) return undefined;
  return { id, token: encodeURIComponent(token), type, locale: typeof locale === 'string' ? locale : 'en-US' };
}

function answerTo({ id, type, locale }: Asked): object {
  if (type === InteractionType.ApplicationCommandAutocomplete)
    return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } };
  const { components } = sentence(textsFor(locale).errors.failed({ code: failureCode(id) }));
  const flags = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
  return { type: InteractionResponseType.ChannelMessageWithSource, data: { components, flags } };
}
