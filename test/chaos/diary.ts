const minute = 60_000;
const linesMax = 500_000;
const shownMax = 60;

/**
 * A log line of Lede or an injected event; `about` is the channel or server concerned, or undefined for all of them.
 */
interface Line {
  at: number;
  about?: string;
  text: string;
}

/** Records what happened when, so that a missing digest is reported with its history: no run can be repeated. */
export class Diary {
  readonly #lines: Line[] = [];

  note(line: Line): void {
    if (this.#lines.length < linesMax) this.#lines.push(line);
  }

  /** The lines around the time at which a digest should have been posted. */
  of(about: readonly string[], dueAt: number): string[] {
    return this.#lines
      .filter(({ at }) => at > dueAt - 150 * minute && at < dueAt + 150 * minute)
      .filter((line) => line.about === undefined || about.includes(line.about))
      .slice(0, shownMax)
      .map(({ at, text }) => `${((at - dueAt) / minute).toFixed(1)} min: ${text}`);
  }
}
