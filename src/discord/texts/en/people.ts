/** Texts of /watch and /me. Arguments are markdown already. */
export const people = {
  /** Heading of a message about a watched word. */
  watched: (words: string) => `New story that mentions ${words}`,
  stopWatching: 'Stop watching',
};
