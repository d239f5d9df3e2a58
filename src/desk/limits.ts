/** Limits of what a server, and each of its channels, can set up. */
export const limits = { topics: 20, feeds: 50, mutes: 50, alerts: 50, channelTopics: 25, channelOutlets: 50 } as const;
