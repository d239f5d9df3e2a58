/** "Retraction: …": the outlet took the article back. */
const withdrawn = /^\W*(?:retracted|retraction|withdrawn|zurückgezogen)\s*[:–—|\])-]/iu;

/** Whether a title says that the outlet withdrew what stands below it. */
export const saysWithdrawn = (title: string): boolean => withdrawn.test(title.slice(0, 100));
