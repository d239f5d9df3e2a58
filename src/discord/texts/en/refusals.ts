import type { RefusalCode } from '../../../desk/refusal.ts';
import { moment } from '../../cards/parts.ts';

/** Why an input was refused, and what to do next. The detail is markdown already. */
export const refusals: Record<RefusalCode, (detail: string) => string> = {
  'unknown-topic': (detail) =>
    `There is no topic “${detail}”. Choose one from the list that appears while you type. Anyone who manages the server can make new ones: /topics create.`,
  'topic-gone': () => 'That topic no longer exists. Choose another one.',
  'unknown-zone': (detail) =>
    `There is no time zone “${detail}”. Type a city or a country, such as Berlin, New York or Japan.`,
  'zone-meant': (detail) => `Did you mean **${detail}**? Type it like that. Nothing was changed.`,
  'unknown-time': (detail) =>
    `“${detail}” isn’t a time. Write one like 8, 8am, 08:00 or 20.30; separate several with commas: 08:00, 18:00.`,
  'too-many-times': (detail) => `A channel can get ${detail} digests a day at most. Leave out some times.`,
  'unknown-days': (detail) => `“${detail}” isn’t a list of days. Write them like Mon-Fri, Sat, Sun, weekdays or daily.`,
  'unknown-language': (detail) =>
    `Lede doesn’t know the language “${detail}”. Write languages like English, German, separated with commas, or “all”.`,
  'too-many-languages': (detail) => `A channel can name ${detail} languages at most. Leave some out, or write “all”.`,
  'unknown-choice': (detail) => `“${detail}” is not one of the choices. Choose from the list.`,
  'not-subscribed': (detail) =>
    detail === ''
      ? 'That channel doesn’t get a digest yet. /subscribe starts one.'
      : `That channel doesn’t get ${detail}.`,
  'already-subscribed': () => 'The channel already gets that. Nothing was changed.',
  'too-many-topics': (detail) => `A server can have ${detail} topics of its own. Delete one first: /topics delete.`,
  'channel-full': (detail) => `A channel can have ${detail} topics. Remove one first: /unsubscribe.`,
  'too-many-feeds': (detail) => `A server can have ${detail} feeds. Remove one first: /feeds remove.`,
  'too-many-mutes': () => 'Too many words are muted. Unmute one first: enter it again in /digest settings.',
  'mute-word': (detail) => `“${detail}” has no letter or digit, so Lede can’t search for it.`,
  'topic-exists': (detail) => `There is already a topic “${detail}”. Choose another name, or edit it: /topics edit.`,
  'topic-built-in': (detail) =>
    `**${detail}** comes with Lede: /subscribe adds it to a channel’s digest. For a topic of your own, choose another name.`,
  'topic-name': () => 'A topic’s name has 1 to 40 characters.',
  'no-words': () => 'A topic needs at least one word under “all” or “any”. Separate words with commas.',
  'too-many-words': (detail) => `A topic can have ${detail} words in all. Leave some out.`,
  'long-word': (detail) => `“${detail}…” is too long for a word. Separate words with commas.`,
  'short-word': (detail) =>
    `“${detail}” is too short: nearly every story has it. A word needs three letters, or two in Chinese, Japanese, Korean or Thai.`,
  'unknown-outlet': (detail) =>
    `There is no outlet “${detail}”, or several have that name. Choose one from the list that appears while you type.`,
  'too-many-outlets': (detail) =>
    `A channel can mute and prefer ${detail} outlets in all. Reset one first: /outlets list.`,
  'feed-exists': () => 'This server already has that feed: see /feeds list.',
  'feed-unknown': () => 'This server has no such feed. /feeds list shows the ones it has.',
  'feed-forgotten': (detail) => `${detail} asked not to be read by this bot.`,
  'requests-spent': (detail) =>
    `This server has used up what Lede may look up and read for it today: see /feeds list. Please try again ${moment(Number(detail), 'R')}.`,
  'no-quiet-hours': () => 'The channel has no quiet hours. Give them too, such as `quiet:22-7`.',
  'unknown-quiet': (detail) => `“${detail}” isn’t a span of time. Write quiet hours like 22-7 or 22:30 to 6:00.`,
  'too-many-follows': (detail) => `You already follow ${detail} stories. Stop following one first: /following.`,
  'too-many-follows-today': (detail) =>
    `You can follow at most ${detail} new stories in 24 hours. Please try again tomorrow.`,
  'too-many-threads-today': (detail) =>
    `Members of this server can start ${detail} threads for stories in a day. Follow this one in direct messages, or try again tomorrow.`,
  'already-followed': () => 'That story is already followed there.',
  'not-followed': () => 'You no longer follow that story.',
  'too-many-watched': (detail) => `You can watch ${detail} words. Remove one first: /watch remove.`,
  'too-many-watchers': () =>
    'So many members watch words that there is no room for more here. Please try again another day.',
  'not-watched': (detail) => (detail === '' ? 'You aren’t watching any words.' : `You aren’t watching “${detail}”.`),
  'no-alert': () => 'That channel gets no alerts. /alerts set starts them.',
  'too-many-alerts': (detail) =>
    `A server can have alerts in ${detail} channels. Turn them off in one first: /alerts off.`,
  'topic-or-words': () => 'Give a topic or words, not both. For both, set alerts in two channels.',
  'feed-or-topic': () => 'Give a feed or a topic, not both.',
  'feed-at-one-voice': () =>
    'A single feed goes with `voices: 1`, which posts each of its new items. Nothing was changed.',
  'feed-at-once': () => 'That channel already gets each new item of this feed.',
  'no-own-feeds': (detail) =>
    detail === ''
      ? 'With `voices: 1` a channel gets each new item of this server’s own feeds, and it has none yet: /feeds add adds one. Stories of the catalogue’s outlets need at least 2 newsrooms, since one alone reports hundreds a day.'
      : `With \`voices: 1\` a channel gets each new item of this server’s own feeds, and none of them is in ${detail}. Say \`topic: everything\`, or add a feed to that topic: /feeds add.`,
  'other-alert': () =>
    'That channel has an alert rule about something else, and a channel has one rule. Choose another channel, or change the rule with /alerts set.',
  'not-in-story': () => 'That article is no longer in this story. Open the story again to see what it holds now.',
  'only-report': () => 'That is the only report of this story, so there is nothing to split it from.',
  'too-many-corrections': () => 'There were many corrections here today. Please try again tomorrow.',
  'digest-just-now': () =>
    'A digest is on its way to that channel or was posted there a moment ago, and another would say the same. Please try again in a minute.',
};
