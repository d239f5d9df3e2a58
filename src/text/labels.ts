/** "Retraction: …": the outlet took the article back. */
const withdrawn = /^\W*(?:retracted|retraction|withdrawn|zurückgezogen)\s*[:–—|\])-]/iu;

/** "Correction:", "Clarification (24 May):", "Berichtigung –": the outlet names its mistake itself. */
const labelled =
  /^\W*(?:correction|corrected|clarification|retracted|retraction|withdrawn|korrektur|korrigiert|berichtigung|richtigstellung|klarstellung|zurückgezogen)s?\b[^:–—|]{0,40}[:–—|]/iu;

/** English alone: in 8,600 titles of German outlets none tells of a person's suicide. */
const suicide =
  /(?<![\p{L}-])(?:(?:dies?|died|dying) by ["'“‘]?suicide|(?:attempt|commit)(?:s|t?ed|t?ing)? suicide|suicide (?:attempt|note|suspected)|suspected suicide|self-harm(?:s|ed|ing)?|(?:kill(?:s|ed|ing)?|sho(?:ots|t)|hang(?:s|ed)) (?:him|her|them)sel(?:f|ves)|guns? on (?:him|her|them)sel(?:f|ves)|t(?:akes?|ook|aking) (?:his|her|their) own li(?:fe|ves))(?![\p{L}-])/iu;
const titleLetters = 300;

/** Whether a title tells of a person's suicide, attempt or self-harm. */
export const saysSuicide = (title: string): boolean => suicide.test(title.slice(0, titleLetters));

/** Whether an outlet's words on its mistake begin with a label, so that nothing else has to say it. */
export const namesCorrection = (text: string): boolean => labelled.test(text.slice(0, 100));

/** The outlet's words on its mistake without their label. */
export const withoutCorrectionLabel = (text: string): string =>
  namesCorrection(text) ? text.replace(labelled, '').trimStart() : text;

/** Whether a title says that the outlet withdrew the article. */
export const saysWithdrawn = (title: string): boolean => withdrawn.test(title.slice(0, 100));
