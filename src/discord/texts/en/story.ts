import type { Formats } from '../formats.ts';

/** Words of the story card, of headlines, and of what their buttons answer. */
export const story = (f: Formats) => ({
  updated: (time: string) => `updated ${time}`,
  newSince: 'New since your last digest',
  figuresDiffer: 'Figures differ',
  /** Each figure is newer than the one before. */
  figuresOverTime: 'Figures over time',
  disputed: 'Disputed',
  denied: 'Denied:',
  inMarks: (words: string) => `“${words}”`,
  inTheirWords: 'In their words',
  said: (speaker: string, outlet: string) => `${speaker} (${outlet})`,
  firstReported: (time: string) => `first reported ${time}`,
  timeline: 'Timeline',
  firstReport: 'first report',
  withdrawn: (outlet: string) => `withdrawn by ${outlet}`,
  earlier: 'Earlier in this affair',
  sameText: (outlets: string) => `same text: ${outlets}`,
  andMore: (count: number) => `and ${f.number(count)} more`,
  quoted: 'Quoted word for word; each outlet owns its text.',
  related: 'Related stories',
  /** In place of the topic of a story whose feeds have none any more. */
  noTopic: 'News',
  share: 'Share here',
  why: 'Why grouped?',
  allOutlets: 'All outlets',
  sharedBy: (user: string) => `Shared by ${user}`,
  gone: (days: number) =>
    `This story is no longer here: it is older than ${f.count(days, 'day', 'days')}, or its feed was removed. Its links are above.`,
  nearest: (query: string, days: number) =>
    `Nothing found for “${query}”. Stories are kept for ${f.count(days, 'day', 'days')}. The nearest are:`,
  top: (query: string, days: number) =>
    `Nothing matches “${query}”. Stories are kept for ${f.count(days, 'day', 'days')}. The top stories now are:`,
  nothing: (query: string, days: number) =>
    `Nothing found for “${query}”. Stories are kept for ${f.count(days, 'day', 'days')}; try one or two words of the headline, such as a place or a name.`,
  quietDay: 'There is no story of the last 24 hours yet. The top ones of the last 3 days are:',
  quietDays: 'There is no story of the last 3 days yet. Give words of a headline to find older ones.',
  noneYet: (outlets: number) =>
    `Lede is reading ${f.count(outlets, 'outlet', 'outlets')} for the first time. Stories will be here in about a minute; please ask again then.`,
  openOne: 'Open a story',
  whyHeading: (title: string) => `Why these articles are one story: ${title}`,
  whyOpened: 'first report',
  whyWords: (words: string) => `shares ${words}`,
  whyProbability: (probability: number) => `${Math.round(probability * 100)} % likely the same event`,
  whyFooter:
    'Judged by the words that two articles share, rare ones most, and by the time between them. Stories are compared again as they grow.',
  outletsHeading: (title: string) => `Who reported: ${title}`,
  cannotShare: 'You need permission to send messages in this channel to share a story here.',
  shared: 'Shared.',
  alreadyShared: 'You have shared this here already.',
  headlines: {
    heading: (topic: string | undefined) => (topic === undefined ? 'Headlines' : `Headlines · ${topic}`),
    counts: (stories: number, articles: number, since: string) =>
      `${f.count(stories, 'story', 'stories')} from ${f.count(articles, 'article', 'articles')} since ${since}`,
    empty: (since: string) => `No stories since ${since} yet. Try a longer time, or another topic.`,
    outlets: (answered: number, all: number) => `${f.number(answered)} of ${f.count(all, 'outlet', 'outlets')}`,
    noneToShare: 'None of these stories is here any more, so nothing was shared.',
    reading: 'The outlets are being read for the first time. Please ask again in a minute.',
  },
});
