import type { Formats } from '../formats.ts';

/** Texts of the story card, of headlines, and of the answers to their buttons. */
export const story = (f: Formats) => ({
  updated: (time: string) => `updated ${time}`,
  newSince: 'New since your last digest',
  figuresDiffer: 'Figures differ',
  /** Each figure is newer than the one before. */
  figuresOverTime: 'Figures over time',
  /** Before a figure of several days: "Day by day people killed: 95 · Wednesday 87". */
  changed: 'Day by day',
  whatChanged: 'What changed?',
  inMarks: (words: string) => `“${words}”`,
  inTheirWords: 'In their words',
  timeline: 'Timeline',
  firstReport: 'first report',
  withdrawn: (outlet: string) => `withdrawn by ${outlet}`,
  earlier: 'Previously',
  sameText: (outlets: string) => `same text: ${outlets}`,
  andMore: (count: number) => `and ${f.number(count)} more`,
  quoted: 'Quoted word for word; each outlet owns its text.',
  related: 'Related stories',
  /** For a story whose feeds no longer have a topic. */
  noTopic: 'News',
  share: 'Share here',
  why: 'Why grouped?',
  allOutlets: 'Who reported?',
  sharedBy: (user: string) => `Shared by ${user}`,
  gone: (days: number) =>
    `This story is no longer available: it is older than ${f.count(days, 'day', 'days')}, or its feed was removed. The links above still work.`,
  reading: 'Lede is reading its outlets for the first time. Please ask again in about a minute.',
  openOne: 'Open a story',
  takenBack: {
    vote: 'Taken back: the vote no longer counts.',
    back: 'Taken back: the article is part of this story here again, and messages that included it say what they said before.',
    stands: 'Taken back, but others say the same, so nothing changes.',
    nothing: 'This was taken back already.',
  },
  cannotShare: 'To share a story here, you need to be able to send messages in this channel.',
  shared: 'Shared.',
  shareUnconfirmed: 'Discord did not confirm that this was shared. Please check whether it is in the channel.',
  alreadyShared: 'You have already shared this here.',
  headlines: {
    heading: (topic: string | undefined) => (topic === undefined ? 'Headlines' : `Headlines · ${topic}`),
    counts: (stories: number, articles: number, since: string) =>
      `${f.count(stories, 'story', 'stories')} from ${f.count(articles, 'article', 'articles')} since ${since}`,
    empty: (since: string) => `No stories since ${since} yet. Try a longer period or another topic.`,
    outlets: (answered: number, all: number) => `${f.number(answered)} of ${f.count(all, 'outlet', 'outlets')}`,
    noneToShare: 'These stories are no longer available, so nothing was shared.',
  },
  openStory: 'Open the story',
});
