/** Words of what a member has for themselves. Arguments are markdown already. */
export const people = {
  watches: (words: string) =>
    `You watch ${words}. A new story with one of these comes as a direct message, at most five times a day. /watch remove takes a word out.`,
  watchesNothing: 'You watch no words. /watch add starts it.',
  /** Heads a message about a watched word. */
  watched: (words: string) => `New with ${words}`,
  stopWatching: 'Stop watching',
  exported: 'This is everything Lede stores about you. /me delete deletes it.',
  askDelete:
    'This deletes everything Lede stores about you: the stories you follow, the words you watch, how far you have read, and your votes on digests and on how articles are grouped. It can’t be undone.',
  deleteAll: 'Delete all of it',
  deleted: 'Lede no longer stores anything about you.',
};
