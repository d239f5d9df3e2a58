/** "Retraction: …": the outlet withdrew the article. */
const withdrawn = /^\W*(?:retracted|retraction|withdrawn|zurückgezogen)\s*[:–—|\])-]/iu;

/** Labels of an outlet's note on its own mistake: "Correction:", "Clarification (24 May):", "Berichtigung –". */
const labelled =
  /^\W*(?:correction|corrected|clarification|retracted|retraction|withdrawn|korrektur|korrigiert|berichtigung|richtigstellung|klarstellung|zurückgezogen)s?\b[^:–—|]{0,40}[:–—|]/iu;

/** English only, because none of 8,600 titles of German outlets reports a person's suicide. */
const suicide =
  /(?<![\p{L}-])(?:(?:dies?|died|dying) by ["'“‘]?suicide|(?:attempt|commit)(?:s|t?ed|t?ing)? suicide|suicide (?:attempt|note|suspected)|suspected suicide|self-harm(?:s|ed|ing)?|(?:kill(?:s|ed|ing)?|sho(?:ots|t)|hang(?:s|ed)) (?:him|her|them)sel(?:f|ves)|guns? on (?:him|her|them)sel(?:f|ves)|t(?:akes?|ook|aking) (?:his|her|their) own li(?:fe|ves))(?![\p{L}-])/iu;
const titleLetters = 300;

/** Whether a title reports a person's suicide, attempt or self-harm. */
export const saysSuicide = (title: string): boolean => suicide.test(title.slice(0, titleLetters));

/** Whether an outlet's note on its mistake begins with a label, so that Lede needs to add none. */
export const namesCorrection = (text: string): boolean => labelled.test(text.slice(0, 100));

/** The outlet's note on its mistake without its label. */
export const withoutCorrectionLabel = (text: string): string =>
  namesCorrection(text) ? text.replace(labelled, '').trimStart() : text;

/** Whether a title says that the outlet withdrew the article. */
export const saysWithdrawn = (title: string): boolean => withdrawn.test(title.slice(0, 100));
