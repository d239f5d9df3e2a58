/** "Retraction: …": the outlet took the article back. */
const withdrawn = /^\W*(?:retracted|retraction|withdrawn|zurückgezogen)\s*[:–—|\])-]/iu;

/** "Correction:", "Clarification (24 May):", "Berichtigung –": the outlet names its mistake itself. */
const labelled =
  /^\W*(?:correction|corrected|clarification|retracted|retraction|withdrawn|korrektur|korrigiert|berichtigung|richtigstellung|klarstellung|zurückgezogen)s?\b[^:–—|]{0,40}[:–—|]/iu;

/** Whether an outlet's words on its mistake begin with what they are, so that nothing needs to say it before. */
export const namesCorrection = (text: string): boolean => labelled.test(text.slice(0, 100));

/** The outlet's words on its mistake without what they are, for where that is said before. */
export const withoutCorrectionLabel = (text: string): string =>
  namesCorrection(text) ? text.replace(labelled, '').trimStart() : text;

/** Whether a title says that the outlet withdrew what stands below it. */
export const saysWithdrawn = (title: string): boolean => withdrawn.test(title.slice(0, 100));
