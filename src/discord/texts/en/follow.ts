/** Texts of followed stories. Arguments that are not numbers are markdown already. */
export const follow = {
  button: 'Follow',
  closed: 'Lede can’t send you direct messages. Allow them in your privacy settings, or follow in a thread.',
};
