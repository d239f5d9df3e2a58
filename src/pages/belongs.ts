import { termsOf } from '../text/terms.ts';

/** What is asked of a page: what its feed said of the article, or what stands here of it already. */
interface Announced {
  url: string;
  title: string;
  paragraphs: readonly string[];
  language?: string;
}

interface Page {
  /** Where it was found, after redirects. */
  url: string;
  title?: string;
  paragraphs: readonly string[];
  language?: string;
}

/**
 * No more than this and it is another text. Measured: none of 1,013 articles with a title, or title and description, of
 * their own is lost; of 2,100 headlines up to 3 % share more with a wall, of headlines with two lines below them below
 * 1 in 1,000.
 */
const sharedMin = 0.2;
const titleSharedMin = 0.5;
/** What walls talk of that leave the article's title where it is: two of these, each a kind of its own. */
const wallKinds = [
  /cookie|consent|einwillig|zustimm|consentement|consentimiento|consenso/i,
  /subscri|abonn|(?<!\p{L})abos?(?!\p{L})|suscri|membership/iu,
  /advert|personali[sz]|werbung|werbefrei|tracking|publicit|anzeigen/i,
  /our (?:\d{1,4} )?partners|unsere (?:\d{1,4} )?partner|\d partne|store and read|speichern (?:und|wir|informationen)/i,
  /log ?in|sign ?in|einloggen|anmelden|se connecter|iniciar sesi|accedi/i,
  /javascript|captcha|your browser|ihren? browser|robot/i,
];
const stemmed = /^(?:en|de)\b/;
/** Where endings are not known these tell words apart well enough. */
const lettersCompared = 4;
const charactersAsked = 500;
const charactersRead = 20_000;

/** The content words of a text, up to a bound; of most languages their beginnings. */
function wordsOf(lines: readonly string[], charactersMax: number, language: string | undefined): Set<string> {
  const text = lines.join('\n').slice(0, charactersMax);
  const terms = termsOf(text, language);
  return new Set(stemmed.test(language ?? '') ? terms : terms.map((term) => term.slice(0, lettersCompared)));
}

function sharedBy(asked: ReadonlySet<string>, given: ReadonlySet<string>): number {
  let count = 0;
  for (const term of asked) if (given.has(term)) count++;
  return count / asked.size;
}

const talksOfItself = (text: string): boolean => wallKinds.filter((kind) => kind.test(text)).length >= 2;

function isFrontPage(url: string): boolean {
  const { pathname, search } = new URL(url);
  return search === '' && /^\/(?:[a-z]{2}\/?|index\.\w{3,5})?$/.test(pathname);
}

/**
 * Whether a page is that of the article: consent walls, offers of a subscription, pages that say that there is none,
 * and front pages come with status 200 and read like an article. The page shares words with what the feed said, or
 * stands under the article's title and does not talk of itself: titles of features are often in other words than their
 * articles.
 */
export function belongsTo(page: Page, article: Announced): boolean {
  if (isFrontPage(page.url) && !isFrontPage(article.url)) return false;
  const language = article.language ?? page.language;
  const asked = wordsOf([article.title, ...article.paragraphs], charactersAsked, language);
  // A title of stop words and signs says nothing of its page.
  if (asked.size === 0) return true;
  if (sharedBy(asked, wordsOf(page.paragraphs, charactersRead, language)) > sharedMin) return true;
  const title = wordsOf([article.title], charactersAsked, language);
  const isTitled = sharedBy(title, wordsOf([page.title ?? ''], charactersAsked, language)) >= titleSharedMin;
  return isTitled && !talksOfItself(page.paragraphs.join('\n').slice(0, charactersRead));
}
