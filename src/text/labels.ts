/** "Retraction: …": the outlet took the article back. */
const withdrawn = /^\W*(?:retracted|retraction|withdrawn|zurückgezogen)\s*[:–—|\])-]/iu;

/** "Correction:", "Clarification (24 May):", "Berichtigung –": the outlet names its mistake itself. */
const labelled =
  /^\W*(?:correction|corrected|clarification|retracted|retraction|withdrawn|korrektur|korrigiert|berichtigung|richtigstellung|klarstellung|zurückgezogen)s?\b[^:–—|]{0,40}[:–—|]/iu;

/** Whether an outlet's words on its mistake begin with a label, so that nothing else has to say it. */
export const namesCorrection = (text: string): boolean => labelled.test(text.slice(0, 100));

/** The outlet's words on its mistake without their label. */
export const withoutCorrectionLabel = (text: string): string =>
  namesCorrection(text) ? text.replace(labelled, '').trimStart() : text;

/** Whether a title says that the outlet withdrew the article. */
export const saysWithdrawn = (title: string): boolean => withdrawn.test(title.slice(0, 100));
