import type { Furniture } from '../../languages/language.ts';
import { inAny, languages } from '../../languages/languages.ts';
import { monthNamed } from '../../languages/monthNames.ts';
import { endsSentence } from './wording.ts';

/**
 * Wordings of lines that are inside an article but not part of its text. Languages with a folder have theirs in
 * `furniture.json`; here are common phrases of a few others. All patterns are for short lines and run in linear time.
 */

/** Words beside day and month in a line that only states a date. */
const dateWords = new Set(languages.flatMap(({ furniture }) => furniture.dateWords));
const stampWord = new RegExp(`(?<!\\p{L})(?:${inAny(({ furniture }) => furniture.stamp)})(?!\\p{L})`, 'iu');
const by = `${inAny(({ furniture }) => furniture.by)}|di|door`;
const byWord = new RegExp(`^(?:${by})\\s`, 'i');

/** Phrases for one kind of line, from all languages with a folder. */
const phrases = (of: (furniture: Furniture) => readonly string[]): string[] =>
  languages.flatMap(({ furniture }) => of(furniture));

/** Whether a line is only a date: certainly (`date`), probably, or not. */
export function dateLine(text: string): 'date' | 'probably' | undefined {
  if (text.length > 100 || !/\d/.test(text)) return undefined;
  const words = text
    .replace(/(?<=\d:\d\d\s?)[A-Z]{2,5}\b/g, '')
    .toLowerCase()
    .match(/\p{L}+/gu);
  const others = words?.filter((word) => !dateWords.has(word) && monthNamed(word) === undefined).length ?? 0;
  if (others === 0) return 'date';
  if (!/(?:19|20)\d\d|\d:\d\d/.test(text) && !stampWord.test(text)) return undefined;
  const isShort = others <= 3 && text.length < 50;
  return isShort || (others <= 6 && (stampWord.test(text) || byWord.test(text))) ? 'probably' : undefined;
}

export const hasStamp = (text: string): boolean => stampWord.test(text);

/** Matches lines that begin with one of the phrases. */
const begins = (...all: readonly string[]): RegExp => new RegExp(`^(?:${all.join('|')})(?!\\p{L})`, 'iu');

const agencies =
  'reuters|(?:the )?associated press|ap(?: photo)?|afp|dpa|getty(?: images?)?|' +
  'epa(?:-efe)?|efe|ansa|pa(?: wire| media)?|' +
  'shutterstock|istock|xinhua|bloomberg|alamy|imago|picture alliance|pti|ani|upi|tass|anadolu|nurphoto|zuma|' +
  'wikimedia commons|unsplash|pixabay|flickr|instagram|twitter|facebook|courtesy';
const credit = inAny(({ furniture }) => furniture.credit);
const creditHead = new RegExp(`^(?:${credit}|copyright|©|getty images)\\s?(?::|by\\s|/|©)`, 'iu');
const creditTail = new RegExp(
  `(?:[([|/–-]\\s?(?:photo|file|image|foto|by|via|source|quelle)?[:\\s]{0,2}(?:[\\p{L}. -]{0,40}/)?(?:${agencies})\\s?[)\\]]?|` +
    '\\bvia (?:getty images|ap|reuters|afp)|©\\s?[\\p{L}\\d .,/-]{2,50}|' +
    '\\[file(?: photo)?(?:: ?[\\p{L} /.-]{2,40})?\\])$',
  'iu',
);
/** "… on Monday. (Jane Holm/Harbour Post)", "… on Monday. Photo: Jane Holm" */
const nameTail = new RegExp(
  "(?:[([]\\p{Lu}[\\p{L}.' -]{1,40}\\s?/\\s?\\p{Lu}[\\p{L}.' -]{1,40}[)\\]]|" +
    '[.!?)"”] (?:photo|image|picture|photograph|foto|bild|quelle)(?: credits?)?(?:\\s?:| by)\\s?\\p{Lu}[^.!?]{1,60})$',
  'iu',
);
const agencyOnly = new RegExp(
  `^(?:\\p{Lu}[\\p{L}.'’ -]{2,40}, )?[([]?(?:${agencies})(?:\\s?[/,|&-]\\s?(?:${agencies}|\\p{L}{2,4}))?[)\\]]?$`,
  'iu',
);
const rights = new RegExp(
  `^(?:[©ⓒ]|\\(c\\)\\s|copyright (?:©|\\(c\\)|(?:19|20)\\d\\d)|` +
    `(?:${inAny(({ furniture }) => furniture.rights)})(?!\\p{L}))`,
  'iu',
);

/** Whether the line is a picture credit or a copyright notice. Longer lines that begin with "Photo:" are sentences. */
export function isCredit(text: string): boolean {
  if (text.length > 250) return false;
  if (rights.test(text) || agencyOnly.test(text) || nameTail.test(text)) return true;
  if (creditHead.test(text) && text.length <= (endsSentence(text) ? 90 : 160)) return true;
  return creditTail.test(text) && (text.length <= 160 || /©|getty|\[file/i.test(text.slice(-50)));
}

const promo = begins(...phrases(({ promo }) => promo), '\\d{1,3}\\s?/\\s?\\d{1,3}$', 'leggi anche|leia também');

export const isPromo = (text: string): boolean => text.length < 160 && promo.test(text.replace(/^[\s()[\]|*–—-]+/, ''));

/** An outlet's notes to its readers within the text, about its newsletter, prices, app or rules. */
const appeal = new RegExp([...phrases(({ appeal }) => appeal), 'подпи(?:сывайтесь|шитесь) на'].join('|'), 'iu');
/** Many languages use the word "newsletter". It marks an appeal only together with a word from `offer`. */
const letter = /newsletter/i;
const offer = new RegExp(`${inAny(({ furniture }) => furniture.offer)}|iscri`, 'i');
/** Quotation marks and verbs of news reports. Reports about subscriptions quote somebody; appeals don't. */
const reports = new RegExp(`["“”„«]|(?<!\\p{L})(?:${inAny(({ furniture }) => furniture.reports)})(?!\\p{L})`, 'iu');
const appealMax = 240;

export const isAppeal = (text: string): boolean =>
  text.length < appealMax && (appeal.test(text) || (letter.test(text) && offer.test(text))) && !reports.test(text);

/** Notes before the first paragraph. Further down, these words can be part of the text. */
const openingNote = begins(...phrases(({ openingNote }) => openingNote));

export const isOpeningNote = (text: string): boolean => text.length < appealMax && openingNote.test(text);

const bylineHead = new RegExp(`^(?:${by})\\s`, 'iu');
const bylineWord =
  /^(?:and|und|et|y|for|de|da|van|von|der|the|in|of|on|at|by|[ap]\.?m\.?|\p{Lu}.*|@.*|[^\s@]+@\S+|\d.*|)$/u;

/** "By Ada Lind and Per Holm, Berlin": only capitalised words, and words that join names. */
export function isByline(text: string): boolean {
  const head = text.length < 100 ? bylineHead.exec(text)?.[0] : undefined;
  if (head === undefined || /[.!?]$/.test(text)) return false;
  const words = text.slice(head.length).split(/[\s,&|/·•–—-]+/);
  return words.length <= 12 && words.every((word) => bylineWord.test(word));
}
