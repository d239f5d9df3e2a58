import { inAny } from '../languages/languages.ts';
import { termsOf } from '../text/terms.ts';
import type { Article } from './article.ts';

const live = inAny(({ labels }) => labels.live);
const kickers = `${live}|${inAny(({ labels }) => labels.kickers)}`;
/** "Live: …", "EILMELDUNG – …", "[Update] …" */
const labelBefore = new RegExp(`^\\W*(?:${kickers})\\s*[:|–—\\])+-]+\\s*`, 'iu');
/** "… – video", "… (Update)" */
const labelBehind = new RegExp(`(?<!\\s)\\s*(?:\\s[|–—-]|[([])\\s*(?:${kickers})[\\])]?$`, 'iu');
/** "Live: …", "Strike live: …", "… – as it happened" */
const ofLivePage = new RegExp(`^(?:${live})(?!\\p{L})|(?<!\\p{L})(?:${live})\\s*(?:$|[:|–—-])`, 'iu');

/** What counts when headlines are compared: letters without case, numbers as printed ("1.5" isn't "15"), "$" and "%". */
const essence = (text: string): string =>
  (text.toLowerCase().match(/[\p{L}\p{M}]+|(?<=^|\s)[-−](?=\p{N})|\p{N}+(?:[.,:]\p{N}+)*|[\p{Sc}%‰]/gu) ?? [])
    .map((part) => (/^[\p{L}\p{M}]/u.test(part) ? part : ` ${part} `))
    .join('');

/** A headline without labels and without the outlet's name at its end. */
function wordingOf(title: string, outletName: string): string {
  const outlet = essence(outletName);
  const parts = title.normalize('NFKC').split(/(?<!\s)\s+[-–—|]\s+/u);
  const isSigned = parts.length > 1 && outlet !== '' && essence(parts.at(-1) ?? '').startsWith(outlet);
  const said = isSigned ? parts.slice(0, -1) : parts;
  return essence(said.join(' - ').replace(labelBefore, '').replace(labelBehind, ''));
}

/** Whether two headlines of an outlet differ in more than case, spaces, punctuation, labels and the outlet's name. */
export const saysOther = (before: string, after: string, outletName: string): boolean =>
  wordingOf(before, outletName) !== wordingOf(after, outletName);

/**
 * Whether an outlet gave its article another headline. False on live pages, whose headline changes all the time, and if
 * no word of the old headline is left: weather reports and quizzes have the same address each day.
 */
export function isRetitled(before: Pick<Article, 'title' | 'outletName' | 'language'>, title: string): boolean {
  if (ofLivePage.test(before.title) || ofLivePage.test(title)) return false;
  if (!saysOther(before.title, title, before.outletName)) return false;
  return !new Set(termsOf(before.title, before.language)).isDisjointFrom(new Set(termsOf(title, before.language)));
}
