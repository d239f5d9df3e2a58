import { dateLine, isByline } from './furniture/linePatterns.ts';
import { bare, endsSentence } from './furniture/wording.ts';
import type { Block, Box } from './markup/blocks.ts';

// Structure decides here; the numbers keep it from what is too large or too small. Half or twice of each leaves all pages of
// test/articles as they are, but for half of aboveMax. Weights are characters of an alphabet (wording.ts).

/** Characters of the line over what a reader wrote: a name and a date. */
const signatureMax = 100;
/** Two boxes alike may be notes on two authors. */
const rowMin = 3;
/** Weight of the article's prose above its readers; without any the row is the page itself, such as a list of reports. */
const textBeforeMin = 120;
/** Share of boxes with a name of their own: some readers write twice, while a live report has one writer or two. */
const namesApartMin = 0.8;
const ago = /(?<!\p{L})(?:ago|vor \d|hace \d|il y a \d|fa$|назад|temu|sedan|geleden|há \d|önce)(?!\p{L})/iu;

const goodWeight = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.good ? block.weight : 0), 0);

/** What stands over the prose of a box if it says who wrote it and when, else undefined. */
function signatureIn(inside: readonly Block[]): string | undefined {
  const prose = inside.findIndex((block) => block.good);
  const head = inside.slice(0, Math.max(0, prose));
  if (inside.some((block) => /^h[1-3]$/.test(block.tag))) return undefined;
  const text = head.map((block) => block.text).join(' ');
  if (text.length > signatureMax || !(dateLine(text) !== undefined || ago.test(text))) return undefined;
  return bare(text.replace(/(?<![\p{L}\d])\d[\d:./-]*/gu, ' '));
}

/**
 * What readers wrote under an article, whatever its class: boxes alike in a row, each with a name and a date over its prose, and another name in
 * each. The entries of a live report are of one writer or two.
 */
export function readersThreads(blocks: readonly Block[], headline: Block | undefined): Set<number> {
  const rows = new Map<Box, Map<Box, string>>();
  const seen = new Set<Box>();
  for (const block of blocks) {
    if (!block.good) continue;
    for (let box: Box | undefined = block.box, i = 0; box?.parent && i < 3; box = box.parent, i++) {
      if (seen.has(box)) continue;
      seen.add(box);
      const signature = signatureIn(blocks.slice(box.from, box.to));
      if (signature === undefined) continue;
      const row = rows.get(box.parent) ?? new Map<Box, string>();
      rows.set(box.parent, row.set(box, signature));
    }
  }
  const found = new Set<number>();
  for (const [parent, row] of rows) {
    const boxes = [...row.keys()];
    const [first] = boxes;
    if (!first || boxes.length < rowMin || boxes.some((box) => box.names !== first.names)) continue;
    if (new Set(row.values()).size < namesApartMin * boxes.length) continue;
    if (
      !headline ||
      first.from < headline.index ||
      goodWeight(blocks.slice(headline.index, first.from)) < textBeforeMin
    )
      continue;
    const from = parent.from > headline.index ? parent.from : first.from;
    const to = parent.from > headline.index ? parent.to : (boxes.at(-1)?.to ?? 0);
    for (let i = from; i < to; i++) found.add(i);
  }
  return found;
}

/** Weight above the headline as a share of that below: beyond it the headline may stand under its text. */
const aboveMax = 0.35;

/** Prose above the headline where far more stands under it: a layer on cookies, a word to readers. */
export function aboveHeadline(blocks: readonly Block[], headline: Block | undefined): Set<number> {
  if (!headline) return new Set();
  const above = blocks.filter((block) => block.index < headline.index && block.good);
  const under = blocks
    .slice(headline.index)
    .reduce((sum, { good, weight, linkShare }) => sum + (good ? weight : linkShare < 0.5 ? weight / 2 : 0), 0);
  return new Set(goodWeight(above) < aboveMax * under ? above.map(({ index }) => index) : []);
}

function pathOf(block: Block): Box[] {
  const path: Box[] = [];
  for (let box: Box | undefined = block.box; box; box = box.parent) path.unshift(box);
  return path;
}

/** Does a box say who wrote it or when, in a line under its headline? Parts of one article do not. */
function isSignedAnew(inside: readonly Block[]): boolean {
  const prose = inside.findIndex((block) => block.good);
  return inside
    .slice(0, Math.max(0, prose))
    .some(
      ({ tag, text }) =>
        !/^h\d$/.test(tag) && (isByline(text) || (dateLine(text) !== undefined && /(?:19|20)\d\d/.test(text))),
    );
}

/** Weight of the article's own prose beside which others can be appended; less is a list of teasers, each of them the page's. */
const storyMin = 300;

/**
 * The articles that an endless page appends: boxes called like the one around the headline and its text, each with a headline of its own, that are
 * an `article` or signed.
 */
export function appendedStories(
  blocks: readonly Block[],
  headline: Block | undefined,
  titles: ReadonlySet<string>,
): Set<number> {
  const found = new Set<number>();
  if (headline?.tag !== 'h1') return found;
  const own = pathOf(headline);
  for (const block of blocks) {
    if (block.tag !== 'h1' || block.index <= headline.index || titles.has(bare(block.text))) continue;
    const other = pathOf(block);
    const fork = own.findIndex((box, i) => box !== other[i]);
    const [mine, next] = [own[fork], other[fork]];
    if (!mine || !next || mine.names.trim() === '' || mine.names !== next.names) continue;
    if (goodWeight(blocks.slice(mine.from, mine.to)) < storyMin) continue;
    if (next.tag !== 'article' && !isSignedAnew(blocks.slice(next.from, next.to))) continue;
    for (let i = next.from; i < next.to; i++) found.add(i);
  }
  return found;
}

/** All that such a button says. */
const call =
  /^(?:(?:je )?f(?:ais|aites|aire) un don|donar|dona|doneer|support(?: us| our \p{L}+)?|subscribe|sign ?up|sign me up|join(?: us| the \p{L}+)?|become a (?:member|supporter|subscriber)|donate|(?:jetzt )?(?:abonnieren|anmelden|spenden|unterstützen)|s.abonner|je m.abonne|s.inscrire|je m.inscris|suscr[ií]b\p{L}*|apúntate|iscriviti|abbonati|assin[ae]\p{L}*|inscrev\p{L}+|подписаться|zapisz się|prenumerera|abonneer\p{L}*|aanmelden|inschrijven|tilmeld|abonner|購読|登録)(?: (?:now|today|here|aquí|qui|hier|nu|ici))?[\s!»›>→]*$/iu;
const our =
  /(?<!\p{L})(?:we|our|us|wir|uns|unser\p{L}*|nous|notre|nos|nosotr\p{L}+|nuestr\p{L}+|noss\p{L}+|nostr\p{L}+|onze|ons|vår\p{L}?|vores?|nasz\p{L}*|наш\p{L}*)(?!\p{L})/iu;
const outlet =
  /(?<!\p{L})(?:journali|newsroom|reporting|reporters|editors|(?:news)?letter|inbox|reda[ckz]|rédac|lettre|boletín|leser|lecteur|lector|lettor|leitor|readers|members|subscri|abonn|abbon)/iu;
const listed = /^(?:li|td|th|dt|dd|pre)$/;
/** A head, a line or two, a field, a button and small print; what is larger holds text of the article. */
const offerLinesMax = 6;
/** Weight of all that: a paragraph. */
const offerMax = 400;
const isCall = ({ links, linkShare, text }: Block): boolean => links > 0 && linkShare >= 0.9 && call.test(text);

/** Any text may have a button to subscribe under it; what the button is for speaks of the outlet, in a paragraph at most. */
function isOffer(inside: readonly Block[], pageGood: number): boolean {
  const prose = inside.filter((block) => block.good);
  const said = inside.filter((block) => block.good || endsSentence(block.text));
  return (
    prose.length <= 1 &&
    goodWeight(prose) < pageGood / 2 &&
    said.every(({ text }) => our.test(text) && outlet.test(text)) &&
    !inside.some(({ tag }) => listed.test(tag))
  );
}

/** A small box that ends in a button to subscribe or join: with the button goes what it is for. */
export function offers(blocks: readonly Block[], headline: Block | undefined): Set<number> {
  const found = new Set<number>();
  const pageGood = goodWeight(blocks);
  for (const block of blocks) {
    if (!isCall(block)) continue;
    found.add(block.index);
    let offer: Box | undefined;
    for (let box: Box | undefined = block.box; box?.parent; box = box.parent) {
      const inside = blocks.slice(box.from, box.to);
      const weight = inside.reduce((sum, one) => sum + one.weight, 0);
      if (inside.length > offerLinesMax || weight > offerMax || (headline && inside.includes(headline))) break;
      if (!isOffer(inside, pageGood)) break;
      offer = box;
    }
    for (let i = offer?.from ?? 0; i < (offer?.to ?? 0); i++) found.add(i);
  }
  return found;
}

/** The question, six answers and a button; a longer list is one of the article. */
const pollLinesMax = 8;
/** Weight of an answer: a few words. */
const answerMax = 40;
const ballot =
  /^(?:yes|no|ja|nein|nee|nej|oui|non|s[ií]|não|да|нет|tak|nie|vote|vote now|(?:see |view )?results|abstimmen|ergebnis(?:se)?|voter|résultats|votar|resultados|vota|risultati|stem)$/iu;
const isAnswer = (block: Block): boolean => !block.good && block.weight < answerMax && !endsSentence(block.text);

/** A question with a list of short answers in a box of its own that readers may vote on; its buttons are gone by now. */
export function polls(blocks: readonly Block[], headline: Block | undefined): Set<number> {
  const found = new Set<number>();
  for (const question of blocks) {
    const { box } = question;
    // The head of a part of the article may ask as well.
    if (question.index !== box.from || !question.text.endsWith('?') || /^h[1-3]$/.test(question.tag)) continue;
    const [, ...answers] = blocks.slice(box.from, box.to);
    if (
      answers.length < 2 ||
      answers.length > pollLinesMax ||
      (headline && box.from <= headline.index && headline.index < box.to)
    )
      continue;
    if (!answers.some(({ text }) => ballot.test(text))) continue;
    if (answers.every((block) => isAnswer(block) && (block.tag === 'li' || block === answers.at(-1))))
      for (let i = box.from; i < box.to; i++) found.add(i);
  }
  return found;
}
