const minute = 60_000;
const linesMax = 500_000;
const shownMax = 60;

/**
 * One thing that Lede logged or that was done to it; `about` is a channel or server, everything where it is left out.
 */
interface Line {
  at: number;
  about?: string;
  text: string;
}

/** What happened when, so that a digest that is missing comes with its story: no run goes the same way twice. */
export class Diary {
  readonly #lines: Line[] = [];

  note(line: Line): void {
    if (this.#lines.length < linesMax) this.#lines.push(line);
  }

  /** Around the time in which a digest should have been posted. */
  of(about: readonly string[], dueAt: number): string[] {
    return this.#lines
      .filter(({ at }) => at > dueAt - 150 * minute && at < dueAt + 150 * minute)
      .filter((line) => line.about === undefined || about.includes(line.about))
      .slice(0, shownMax)
      .map(({ at, text }) => `${((at - dueAt) / minute).toFixed(1)} min: ${text}`);
  }
}
