/** Texts of /watch and /me. Arguments are markdown already. */
export const people = {
  watches: (words: string) =>
    `You’re watching ${words}. New stories with one of these come as direct messages, at most five a day. /watch remove removes a word.`,
  watchClosed: (words: string) =>
    `Lede can’t send you direct messages, so it isn’t watching ${words} for you. Allow direct messages in your privacy settings, then /watch add starts again, with any of these words.`,
  watchesNothing: 'You aren’t watching any words. /watch add adds one.',
  /** Heading of a message about a watched word. */
  watched: (words: string) => `New story with ${words}`,
  stopWatching: 'Stop watching',
  exported: 'This is everything Lede stores about you. /me delete deletes it.',
  askDelete:
    'This deletes everything Lede stores about you: the stories you follow, the words you watch, how far you have read, and your votes on how articles are grouped. It can’t be undone.',
  deleteAll: 'Delete all of it',
  deleted: 'Lede no longer stores anything about you.',
};
