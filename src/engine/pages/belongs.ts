import { termsOf } from '../text/terms.ts';

/** The article whose page was fetched, with the text from its feed or from the database. */
interface Announced {
  url: string;
  title: string;
  paragraphs: readonly string[];
  language?: string;
}

interface Page {
  /** After redirects. */
  url: string;
  title?: string;
  paragraphs: readonly string[];
  language?: string;
}

/**
 * A page with at most this share of the article's words shows another text. None of 1,013 real pages is rejected. Up to
 * 3 % of 2,100 articles known only by headline share more than this with a wall, but fewer than 1 in 1,000 of those
 * with two lines of text.
 */
const sharedMin = 0.2;
const titleSharedMin = 0.5;
/** Subjects of walls that also show the article's title. A page about two of them is a wall. */
const wallSubjects = [
  /cookie|consent|einwillig|zustimm|consentement|consentimiento|consenso/i,
  /subscri|abonn|(?<!\p{L})abos?(?!\p{L})|suscri|membership/iu,
  /advert|personali[sz]|werbung|werbefrei|tracking|publicit|anzeigen/i,
  /our (?:\d{1,4} )?partners|unsere (?:\d{1,4} )?partner|\d partne|store and read|speichern (?:und|wir|informationen)/i,
  /log ?in|sign ?in|einloggen|anmelden|se connecter|iniciar sesi|accedi/i,
  /javascript|captcha|your browser|ihren? browser|robot/i,
];
const stemmed = /^(?:en|de)\b/;
/** In languages other than English and German, words with the same first letters count as one. */
const lettersCompared = 4;
const charactersAsked = 500;
const charactersRead = 20_000;

function wordsOf(lines: readonly string[], charactersMax: number, language: string | undefined): Set<string> {
  const terms = termsOf(lines.join('\n').slice(0, charactersMax), language);
  return new Set(stemmed.test(language ?? '') ? terms : terms.map((term) => term.slice(0, lettersCompared)));
}

const sharedBy = (asked: ReadonlySet<string>, given: ReadonlySet<string>): number =>
  asked.intersection(given).size / asked.size;

function isFrontPage(url: string): boolean {
  const { pathname, search } = new URL(url);
  return search === '' && /^\/(?:[a-z]{2}\/?|index\.\w{3,5})?$/.test(pathname);
}

/**
 * Whether the page is the article's. Consent walls, subscription offers, "not found" pages and front pages come with
 * status 200 and read like an article, so the page must share words with the feed's text. A page with the article's
 * title counts too, unless it reads like a wall, because features often share few words with their title.
 */
export function belongsTo(page: Page, article: Announced): boolean {
  if (isFrontPage(page.url) && !isFrontPage(article.url)) return false;
  const language = article.language ?? page.language;
  const asked = wordsOf([article.title, ...article.paragraphs], charactersAsked, language);
  // Without a content word in the article's title and text, there is nothing to compare.
  if (asked.size === 0) return true;
  if (sharedBy(asked, wordsOf(page.paragraphs, charactersRead, language)) > sharedMin) return true;
  const title = wordsOf([article.title], charactersAsked, language);
  const isTitled = sharedBy(title, wordsOf([page.title ?? ''], charactersAsked, language)) >= titleSharedMin;
  const text = page.paragraphs.join('\n').slice(0, charactersRead);
  return isTitled && wallSubjects.filter((subject) => subject.test(text)).length < 2;
}
