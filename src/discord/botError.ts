import type { Shards } from './gateway/shards.ts';

/** An error that waiting doesn't solve. The message says what to do and never contains the token. */
export class BotError extends Error {
  readonly code: 'token-refused' | 'gateway-refused' | 'more-shards' | 'stopped';
  constructor(code: BotError['code'], message: string) {
    super(message);
    this.name = 'BotError';
    this.code = code;
  }
}

/** No identifies are left for today. Unlike a BotError, waiting solves this. */
export class NoStartsLeft extends Error {
  readonly resetMs: number;
  constructor(resetMs: number) {
    super(
      'The bot has no identifies left: it connected too often today. Lede waits until Discord lets it connect again.',
    );
    this.resetMs = resetMs;
  }
}

export const stopped = () => new BotError('stopped', 'The bot was stopped.');

export const refusedToken = () =>
  new BotError(
    'token-refused',
    'Discord refused the token in DISCORD_TOKEN. Copy it again from the Discord Developer Portal (Bot → Reset Token) and start Lede again.',
  );

/** The token was reset while the bot ran. */
export const withdrawnToken = () =>
  new BotError(
    'token-refused',
    'Discord no longer takes the token. Copy it again from the Discord Developer Portal (Bot → Reset Token) and start Lede again; what is due is kept.',
  );

const authenticationFailed = 4004;
const shardingRequired = 4011;
const tooOld = 'This version of Lede speaks to Discord in a way that it no longer takes: install the newest one';
/** Advice by gateway close code, for codes after which discord.js doesn't reconnect. */
const toDo: Readonly<Record<number, string>> = {
  4010: tooOld,
  [shardingRequired]:
    'The bot is in too many servers for so few shards (2,500 each): raise the number after the / in LEDE_SHARDS of every process',
  4012: tooOld,
  4013: tooOld,
  4014: 'Look in the Discord Developer Portal (Bot → Privileged Gateway Intents) whether the bot is restricted, and install the newest Lede',
};

/** The gateway closed the connection with a code that forbids a reconnect. */
export function closedForGood(code: number, shards: Shards | 'auto'): BotError {
  if (code === authenticationFailed) return withdrawnToken();
  if (code === shardingRequired && shards === 'auto')
    return new BotError(
      'more-shards',
      'Discord wants more shards (close code 4011 of its gateway): start Lede again, which then connects with as many as Discord recommends; what is due is kept.',
    );
  const advice = toDo[code] ?? tooOld;
  return new BotError(
    'gateway-refused',
    `Discord closed the connection for good (close code ${code} of its gateway). ${advice}. Then start Lede again; what is due is kept.`,
  );
}
