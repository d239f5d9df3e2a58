/** How many people or animals something happened to, as one sentence states it. */
export interface StatedFigure {
  /** As printed, with its hedge: "at least 12", "nine". */
  readonly printed: string;
  readonly value: number;
  /** Hedged by "about", "more than" or "nearly", so that near values mean the same. */
  readonly rough: boolean;
  /** As a reader would name it: "people killed", "deckhands injured". */
  readonly noun: string;
  readonly fate: string;
  /** Equal for figures on the same thing. */
  readonly key: string;
  /** Stated as the toll itself ("the toll rose to 80"), which takes precedence over another number beside it. */
  readonly named: boolean;
}
