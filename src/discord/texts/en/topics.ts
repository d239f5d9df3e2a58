/** Words about topics and feeds that several features use. */
export const topics = {
  /** Name of the topic for feeds that were added without a topic. */
  ofFeeds: 'Our feeds',
  meant: (typed: string, name: string) => `There is no topic “${typed}”. Did you mean **${name}**?`,
  cancel: 'Cancel',
  cancelled: 'Nothing was saved.',
  busy: 'Lede is still looking at another address or file for this server. Please try again in a moment.',
  /** Why a feed of a file was not added. */
  refused: {
    'bad-url': 'not a valid address',
    'bad-scheme': 'only http and https can be read',
    'has-credentials': 'contains a user name or password',
    'private-address': 'not on the public internet',
    'too-many-feeds': 'a server can have 50 feeds',
    'feed-forgotten': 'its outlet asked not to be read by this bot',
    'requests-spent': 'this server can add no more new feeds today; try again after midnight UTC',
  },
};
