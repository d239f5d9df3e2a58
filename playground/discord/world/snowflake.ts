/** Milliseconds between the Unix epoch and Discord's (the first second of 2015). */
const DISCORD_EPOCH = 1_420_070_400_000n;
const SEQUENCE_MASK = 0x3f_ffffn;

/** Makes ids that sort by time. The sequence never restarts, so ids stay unique if the clock stands still or jumps. */
export class Snowflakes {
  #sequence = 0n;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  next(): string {
    this.#sequence = (this.#sequence + 1n) & SEQUENCE_MASK;
    const age = BigInt(Math.max(0, Math.floor(this.#now()))) - DISCORD_EPOCH;
    return (((age > 0n ? age : 0n) << 22n) | this.#sequence).toString();
  }
}

/** Orders two snowflakes by age. */
export function compareSnowflakes(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

export function isSnowflake(text: string): boolean {
  return /^\d{1,20}$/.test(text);
}
