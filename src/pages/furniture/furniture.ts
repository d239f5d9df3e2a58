import { childrenOf, isElement, type PageElement, type PageNode, textOf } from '../markup/dom.ts';
import type { Measures } from '../markup/measure.ts';
import { nameWords } from './wording.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Names of what is no part of an article even when it holds a good deal of prose. */
const strong = list(
  'related relatedcontent relatedarticles recirc recirculation recommended recommendations recommendation outbrain taboola trending popular mostpopular mostread newsletter newsletters ' +
    'signup subscribe subscription promo promos promotion sponsor sponsored sponsors ad ads adv advert adverts advertisement advertising adslot adunit comment comments ' +
    'disqus respond sidebar footer recirculate readmore morefrom alsolike youmaylike',
);
const plain = list(
  'share sharing sharebar sharetools shares sns social socials sociallinks breadcrumb breadcrumbs byline bylines dateline timestamp credit credits caption captions tags taglist ' +
    'nav navbar navigation menu menus pagination pager paging cookie cookies consent gdpr toolbar tools rating ratings gallery pullquote bio biography authorbox modal popup ' +
    'breaking ticker skip overlay masthead copyright disclaimer login register feedback survey poll donate donation keywords topics flyout dropdown tooltip slideshow carousel ' +
    'cta factbox audio podcast listen narration addthis sharethis jetpack sharedaddy printfriendly livechat',
);
/** Names that bodies carry too: they count only with many links or hardly any text. */
const soft = list(
  'teaser teasers print app video videos player meta info infobox banner widget widgets latest more next previous prev category categories section label kicker badge icon ' +
    'headlines listing archive topic tag follow profile author authors contributor box hat rubric channel services actions controls buttons',
);
/** Names that count only for a line of fewer than 60 characters without prose. */
const light = list(
  'author authors date time posted published updated kicker label category views reads readtime minutes location issue',
);
const pairs: readonly (readonly [string, string])[] = [
  ['more', 'from'],
  ['read', 'also'],
  ['read', 'more'],
  ['read', 'next'],
  ['also', 'read'],
  ['most', 'read'],
  ['most', 'popular'],
  ['most', 'viewed'],
  ['up', 'next'],
  ['post', 'navigation'],
  ['nav', 'links'],
  ['author', 'bio'],
  ['author', 'box'],
  ['author', 'info'],
  ['about', 'author'],
  ['screen', 'reader'],
  ['sr', 'only'],
  ['visually', 'hidden'],
  ['more', 'stories'],
  ['more', 'on'],
  ['other', 'news'],
  ['top', 'stories'],
  ['latest', 'news'],
  ['you', 'may'],
  ['see', 'also'],
  ['sign', 'up'],
  ['call', 'to'],
  ['image', 'caption'],
  ['photo', 'caption'],
  ['image', 'credit'],
  ['img', 'caption'],
  ['img', 'desc'],
  ['image', 'desc'],
  ['photo', 'desc'],
  ['article', 'tags'],
  ['post', 'tags'],
  ['entry', 'footer'],
  ['post', 'meta'],
  ['entry', 'meta'],
  ['article', 'meta'],
  ['article', 'info'],
  ['read', 'time'],
  ['reading', 'time'],
  ['web', 'push'],
  ['related', 'posts'],
];
const pairSet = new Set(pairs.map(([a, b]) => `${a} ${b}`));
const embeds = list('twitter tweet social embed embedded instagram facebook bluesky mastodon quote');
const roles = list(
  'navigation banner contentinfo complementary search menu menubar dialog alertdialog toolbar tablist',
);
const never = list('h1 body main html article p tr td tbody table');

function wordsOf(element: PageElement): string[] {
  let names = '';
  for (const attribute of ['class', 'id', 'role', 'itemprop', 'data-testid', 'data-component', 'data-qa']) {
    const value = element.getAttribute(attribute);
    if (value) names += ` ${value}`;
  }
  return names === '' ? [] : nameWords(names);
}

function hasPair(words: readonly string[]): boolean {
  for (let i = 1; i < words.length; i++) if (pairSet.has(`${words[i - 1]} ${words[i]}`)) return true;
  return false;
}

function findIn(element: PageElement, tag: string): PageElement | undefined {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (!isElement(node)) continue;
    const found = node.localName === tag ? node : findIn(node, tag);
    if (found) return found;
  }
  return undefined;
}

const holds = (element: PageElement, tag: string): boolean => findIn(element, tag) !== undefined;

/** Removed whatever it is called: parts that the markup itself declares to be no prose. */
function isDeclaredFurniture(element: PageElement, measures: Measures): boolean {
  const tag = element.localName;
  const { paragraphs, text, good } = measures.of(element);
  const share = measures.share(element);
  if (tag === 'nav') return paragraphs <= 4;
  if (tag === 'menu' || tag === 'dialog' || tag === 'figcaption') return share < 0.25;
  if (tag === 'figure') return good <= 250 || share < 0.25;
  if (tag === 'aside' || tag === 'footer') return share < 0.25;
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true') return share < 0.25;
  if (element.getAttribute('data-unseen') !== null) return share < 0.2;
  const role = element.getAttribute('role');
  return role !== null && roles.has(role) && text <= 2_000 && share < 0.25;
}

function isNamedFurniture(element: PageElement, measures: Measures): boolean {
  const words = wordsOf(element);
  if (words.length === 0) return false;
  const { good, text, linkText } = measures.of(element);
  const share = measures.share(element);
  if (share >= 0.25) return false;
  const has = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));
  if (words.some((word) => embeds.has(word)) && holds(element, 'blockquote')) return false;
  if (has(strong)) return true;
  if (good <= 600 && (has(plain) || hasPair(words))) return true;
  if (has(soft) && (linkText > 0.3 * text || text < 80)) return true;
  // The heads of a chronicle are days.
  const isHead = /^h[2-6]$/.test(element.localName);
  return has(light) && text < 60 && good === 0 && !isHead;
}

/** Facts written into the page for machines: what they state is no prose. */
const machineProps = new Set([
  'publisher',
  'logo',
  'image',
  'author',
  'datepublished',
  'datemodified',
  'mainentityofpage',
  'thumbnailurl',
]);

function isMachineData(element: PageElement, measures: Measures): boolean {
  const props = element.getAttribute('itemprop');
  return (
    props !== null &&
    measures.of(element).good === 0 &&
    props
      .toLowerCase()
      .split(/\s+/)
      .some((prop) => machineProps.has(prop))
  );
}

/** A card shown on hover repeats the word it belongs to, glued to it: "Ada LindAda Lind is mayor of…". */
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
 * A box around a form: what to sign up for, and on what terms. A whole page can stand in one form, a short article
 * beside one.
 */
function isFormBox(element: PageElement, measures: Measures): boolean {
  const { text, good } = measures.of(element);
  if (text > formTextMax || good > formProseMax || measures.share(element) >= 0.2) return false;
  const form = element.localName === 'form' ? element : findIn(element, 'form');
  return form !== undefined && good - measures.of(form).good <= besideFormMax && !holds(element, 'h1');
}

function isLinkBlock(element: PageElement, measures: Measures): boolean {
  const { links, text, linkText } = measures.of(element);
  return links >= 2 && linkText > 0.75 * text && measures.share(element) < 0.2;
}

const afterText = /^(?:comments|commentlist|disqus|related\p{L}*|recommended|mostread|mostpopular)$/u;
const textMin = 300;

/** Comments, or a list of other articles, can be longer than the article they stand under. */
function isAfterText(element: PageElement, before: number): boolean {
  if (before < textMin || never.has(element.localName)) return false;
  const words = wordsOf(element);
  return words.length <= 4 && words.some((word) => afterText.test(word)) && !holds(element, 'h1');
}

function isFurniture(
  element: PageElement,
  previous: PageNode | undefined,
  measures: Measures,
  before: number,
  line: number,
): boolean {
  const tag = element.localName;
  if (isAfterText(element, before)) return true;
  if (isDeclaredFurniture(element, measures) || isMachineData(element, measures)) return true;
  const measure = measures.of(element);
  if (tag === 'article' && measure.good > 400) return false;
  if (tag === 'p' || tag === 'li') return measure.text < 80 && isNamedFurniture(element, measures);
  if (never.has(tag)) return false;
  if (!measures.isBlockLike(element)) {
    // Class names on links and names inside a sentence say nothing about the sentence.
    if (isHoverCard(element, previous)) return true;
    return line <= 30 && isNamedFurniture(element, measures);
  }
  return isNamedFurniture(element, measures) || isLinkBlock(element, measures) || isFormBox(element, measures);
}

const headMax = 40;

/** The head of a list of links goes with the list. */
function isHeadOnly(element: PageElement, measures: Measures, removed: number, removedLinks: number): boolean {
  if (removedLinks <= 0.5 * removed || never.has(element.localName) || !measures.isBlockLike(element)) return false;
  const { text, good } = measures.of(element);
  return good === 0 && text - removed <= headMax && !holds(element, 'h1');
}

/**
 * Removes what is not the article's prose: declared parts, parts by name, blocks of links. Every rule yields to a large
 * share of the page's prose.
 */
export function removeFurniture(body: PageElement, measures: Measures): void {
  let before = 0;
  // `outer` is the most text that an inline element around this one stands in.
  const visit = (element: PageElement, outer: number): boolean => {
    const children = childrenOf(element);
    let removed = 0;
    let removedLinks = 0;
    let { good: own, ownText: line } = measures.of(element);
    if (!measures.isBlockLike(element)) line = Math.max(line, outer);
    for (const [i, child] of children.entries()) {
      if (!isElement(child)) continue;
      const tag = child.localName;
      own -= measures.of(child).good;
      if (tag === 'meta' || tag === 'link' || tag === 'title' || tag === 'base') element.removeChild(child);
      else if (isFurniture(child, children[i - 1], measures, before, line) || visit(child, line)) {
        element.removeChild(child);
        removed += measures.of(child).text;
        removedLinks += measures.of(child).linkText;
      }
    }
    before += own;
    return isHeadOnly(element, measures, removed, removedLinks);
  };
  visit(body, 0);
}
