import { childrenOf, isElement, namesOf, type PageElement, type PageNode, textOf } from '../markup/dom.ts';
import type { Measures } from '../markup/measure.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Furniture is what stands on the page outside the article's prose. These classes mark it even if it has much text. */
const strong = list(
  'related relatedcontent relatedarticles recirc recirculation recommended recommendations recommendation outbrain ' +
    'taboola trending popular mostpopular mostread newsletter newsletters signup subscribe subscription promo promos ' +
    'promotion sponsor sponsored sponsors ad ads adv advert adverts advertisement advertising adslot adunit comment ' +
    'comments disqus respond sidebar footer recirculate readmore morefrom alsolike youmaylike',
);
/** Classes of furniture with at most 600 characters of prose. */
const plain = list(
  'share sharing sharebar sharetools shares sns social socials sociallinks breadcrumb breadcrumbs byline bylines ' +
    'dateline timestamp credit credits caption captions tags taglist nav navbar ' +
    'navigation menu menus pagination pager ' +
    'paging cookie cookies consent gdpr toolbar tools rating ratings gallery pullquote bio biography authorbox modal ' +
    'popup breaking ticker skip overlay masthead copyright disclaimer login register feedback survey poll donate ' +
    'donation keywords topics flyout dropdown tooltip slideshow carousel cta factbox audio podcast listen narration ' +
    'addthis sharethis jetpack sharedaddy printfriendly livechat sr visually',
);
/** Classes that article bodies also have. They mark furniture only with many links or hardly any text. */
const soft = list(
  'teaser teasers print app video videos player meta info infobox banner widget ' +
    'widgets latest more next previous prev ' +
    'category categories section label kicker badge icon headlines listing archive topic tag follow profile author ' +
    'authors contributor box hat rubric channel services actions controls buttons',
);
/** Classes of embedded posts. These stay. */
const embeds = list('twitter tweet social embed embedded instagram facebook bluesky mastodon quote');
/** Elements whose classes don't count. */
const never = list('h1 body main html article p tr td tbody table');
/** Elements that never contain the article's prose. */
const declared = list('nav menu dialog figure figcaption aside footer');
/** Microdata properties that only machines read. */
const machineFacts = /\b(?:publisher|logo|image|author|datepublished|datemodified|mainentityofpage|thumbnailurl)\b/i;

/** A part with at least this share of the page's prose is never furniture. */
const shareMax = 0.25;
const namedProseMax = 600;
const lineMax = 80;

function findIn(element: PageElement, tag: string): PageElement | undefined {
  const [found] = element.querySelectorAll(tag);
  return found;
}

function isDeclared(element: PageElement, measures: Measures): boolean {
  if (machineFacts.test(element.getAttribute('itemprop') ?? '') && measures.of(element).good === 0) return true;
  const isHidden =
    element.getAttribute('hidden') !== null ||
    element.getAttribute('aria-hidden') === 'true' ||
    element.getAttribute('data-unseen') !== null;
  return isHidden || declared.has(element.localName);
}

function isNamed(element: PageElement, measures: Measures): boolean {
  const words = namesOf(element);
  const has = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));
  if (has(embeds) && findIn(element, 'blockquote')) return false;
  const { good, text, linkText } = measures.of(element);
  if (has(strong) || (good <= namedProseMax && has(plain))) return true;
  return has(soft) && (linkText > 0.3 * text || text < lineMax);
}

/** Whether the element is a hover card, which repeats the word before it: "Ada LindAda Lind is mayor of…". */
function isHoverCard(element: PageElement, previous: PageNode | undefined): boolean {
  if (!previous || !isElement(previous)) return false;
  const word = textOf(previous);
  if (word.length < 4 || word.length > 80) return false;
  const card = textOf(element);
  return card.length > word.length + 20 && card.startsWith(word);
}

const formTextMax = 600;
const formProseMax = 300;
const besideFormMax = 120;

/**
 * Whether the element is a small box around a form, such as an offer with its terms. The limits spare pages that are
 * one form, and short articles beside a form.
 */
function isFormBox(element: PageElement, measures: Measures): boolean {
  const { text, good } = measures.of(element);
  if (text > formTextMax || good > formProseMax) return false;
  const form = element.localName === 'form' ? element : findIn(element, 'form');
  return form !== undefined && good - measures.of(form).good <= besideFormMax && !findIn(element, 'h1');
}

function isLinkBlock(element: PageElement, measures: Measures): boolean {
  const { links, text, linkText } = measures.of(element);
  return links >= 2 && linkText > 0.75 * text;
}

/** `line` is the length of the text around an inline element. */
function isFurniture(element: PageElement, previous: PageNode | undefined, measures: Measures, line: number): boolean {
  const tag = element.localName;
  if (measures.share(element) >= shareMax) return false;
  if (isDeclared(element, measures)) return true;
  if (tag === 'p' || tag === 'li') return measures.of(element).text < lineMax && isNamed(element, measures);
  if (never.has(tag)) return false;
  // Classes of links and names inside a sentence don't describe the sentence.
  if (!measures.isBlockLike(element))
    return isHoverCard(element, previous) || (line <= 30 && isNamed(element, measures));
  return isNamed(element, measures) || isLinkBlock(element, measures) || isFormBox(element, measures);
}

const unread = list('meta link title base');

/** Removes parts that aren't the article's prose, judged by element, classes, links and forms. */
export function removeFurniture(body: PageElement, measures: Measures): void {
  const visit = (element: PageElement, outer: number): void => {
    const children = childrenOf(element);
    const { ownText } = measures.of(element);
    const line = measures.isBlockLike(element) ? ownText : Math.max(ownText, outer);
    for (const [i, child] of children.entries()) {
      if (!isElement(child)) continue;
      if (unread.has(child.localName) || isFurniture(child, children[i - 1], measures, line))
        element.removeChild(child);
      else visit(child, line);
    }
  };
  visit(body, 0);
}
