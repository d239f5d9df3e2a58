import type { CommandText } from '../../src/discord/commandText.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const english = () => ({
  command: { named: ['help', 'What Lede does and how to start'] } satisfies CommandText,
  heading: 'Lede, a news desk for your server',
  what: 'Lede reads many outlets, groups articles about the same event, and posts one calm digest a day. Every sentence is quoted word for word, with its outlet and a link. Nothing is written by a machine.',
  start: (command: string) =>
    `**To start:** run ${command} in a channel and choose topics. The first digest can come right away.`,
  startByOthers: 'Members who manage the server can start a digest in any channel.',
  startDm: 'Add Lede to a server to get digests there. Here you can look up stories.',
  everyone: 'For everyone',
  managers: 'For those who manage the server',
  footer: 'Only you see the answers to your commands.',
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
