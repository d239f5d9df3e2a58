/** What outlets changed in articles later. `outlet` and `article` are markdown. */
export const changes = {
  retitled: (outlet: string) => `${outlet} changed its headline`,
  /** `article` is left out if its headlines follow. */
  corrected: (outlet: string, article = 'an article') => `${outlet} corrected ${article}`,
  retracted: (outlet: string, article = 'an article') => `${outlet} withdrew ${article}`,
  gone: (outlet: string, status: string, article = 'an article') =>
    `${outlet} no longer has the page of ${article} (${status})`,
  quoted: (words: string) => `“${words}”`,
};
