import { reportedSpeaker } from '../../../languages/en/attribution.ts';
import { mainSubject } from '../../../languages/en/subjects.ts';
import type { Around } from '../../../languages/language.ts';
import { languageIn, languages } from '../../../languages/languages.ts';
import { splitSentences } from '../../../text/sentences.ts';
import { Mentions } from './mentions.ts';
import { type QuoteSpan, quoteSpans } from './quoteSpans.ts';

/** A quotation, exactly as printed between the marks. */
export interface Quote {
  text: string;
  /** A name or role as the article gives it; only "he" or "she" if the article doesn't make clear who that is. */
  speaker?: string;
  paragraph: number;
}

interface Sentence {
  readonly text: string;
  readonly quotes: readonly number[];
}

/** Characters read per paragraph; no real one is longer. */
const lettersRead = 8_000;
const token = /“Q(\d+)[^”]*”/g;

/** Finds quotations and their speakers, by rules on the clauses around the marks. */
export function findQuotes(given: readonly string[]): Quote[] {
  const paragraphs = given.map((paragraph) => paragraph.slice(0, lettersRead));
  const quotes: Quote[] = [];
  const mentions = new Mentions(paragraphs);
  let carried: string | undefined;
  for (const [index, paragraph] of paragraphs.entries()) {
    const spans = quoteSpans(paragraph);
    const sentences = sentencesOf(paragraph, spans);
    const speakers = speakersIn(paragraph, spans, sentences, mentions, carried);
    for (const [n, span] of spans.entries()) {
      const speaker = speakers[n];
      quotes.push({
        text: paragraph.slice(span.start, span.end),
        ...(speaker === undefined ? {} : { speaker }),
        paragraph: index,
      });
    }
    mentions.endParagraph();
    carried = carriedSpeaker(spans, sentences, speakers, mentions);
  }
  return quotes;
}

/** The paragraph's sentences with every quotation masked, so that verbs inside quotations are ignored. */
function sentencesOf(paragraph: string, spans: readonly QuoteSpan[]): Sentence[] {
  let masked = '';
  let at = 0;
  for (const [n, span] of spans.entries()) {
    masked += paragraph.slice(at, span.outerStart);
    const inside = paragraph.slice(span.start, span.end);
    const last = /[.,!?;:…—–-]+['’]?$/.exec(inside.slice(-4))?.[0] ?? '';
    masked += `“Q${n}${span.closed ? last : '.'}”`;
    at = span.outerEnd;
  }
  masked += paragraph.slice(at);
  return splitSentences(masked, languageIn(masked).code).map((text) => ({
    text,
    quotes: [...text.matchAll(token)].map((match) => Number(match[1])),
  }));
}

function speakersIn(
  paragraph: string,
  spans: readonly QuoteSpan[],
  sentences: readonly Sentence[],
  mentions: Mentions,
  carried: string | undefined,
): (string | undefined)[] {
  const speakers: (string | undefined)[] = [];
  const textOf = (n: number): string => paragraph.slice(spans[n]?.start ?? 0, spans[n]?.end ?? 0);
  for (const [s, sentence] of sentences.entries()) {
    const open: number[] = [];
    for (const n of sentence.quotes) {
      const around = { quote: textOf(n), ...parts(sentence.text, n) };
      const found = speakerBeside(around);
      if (found === undefined) open.push(n);
      else speakers[n] = mentions.resolve(found);
    }
    for (const n of open) {
      const around = { quote: textOf(n), ...parts(sentence.text, n) };
      const here = sentence.quotes.map((one) => speakers[one]).find((one) => one !== undefined);
      const neighbour = standsAlone(around) ? fromNeighbours(n, s, textOf(n), sentences, speakers, carried) : undefined;
      const found = here ?? neighbour;
      if (found !== undefined) speakers[n] = mentions.resolve(found);
    }
    const last = sentence.quotes.map((one) => speakers[one]).findLast((one) => one !== undefined);
    // The rules for a subject without a quotation are English.
    const isEnglish = languageIn(sentence.text).sign === undefined;
    mentions.endSentence(sentence.text, isEnglish ? mainSubject(sentence.text) : undefined, last);
  }
  return speakers;
}

/** By the rules of the sentence's language; by those of all if it has no word that is typical of one. */
function speakerBeside(around: Around): string | undefined {
  const { speakerBeside, sign } = languageIn(`${around.before} ${around.after}`);
  if (sign !== undefined) return speakerBeside(around);
  for (const language of languages) {
    const speaker = language.speakerBeside(around);
    if (speaker !== undefined) return speaker;
  }
  return undefined;
}

function parts(sentence: string, n: number): { before: string; after: string } {
  const at = sentence.indexOf(`“Q${n}`);
  const end = sentence.indexOf('”', at);
  return { before: sentence.slice(0, at), after: end < 0 ? '' : sentence.slice(end + 1) };
}

/**
 * Whether the quotation is a full sentence, rather than the first words of another one ("“Harbour born and bred”
 * sisters stood by", "„…“, so der Chef").
 */
const standsAlone = ({ quote, before, after }: Around): boolean =>
  before === '' &&
  (/[.,?!…:;—–-]['’]?$/.test(quote) ||
    /^(?:I|You|We|He|She|They|It|There|This|That)\b/.test(quote) ||
    !/^(?:\s+\p{L}|,\s\p{Ll})/u.test(after));

/**
 * Speaker of a quotation without attribution: that of the quotation before it, of the sentence before it, or of the
 * paragraph before.
 */
function fromNeighbours(
  n: number,
  s: number,
  text: string,
  sentences: readonly Sentence[],
  speakers: readonly (string | undefined)[],
  carried: string | undefined,
): string | undefined {
  const earlier = speakers.slice(0, n).findLast((one) => one !== undefined);
  if (earlier !== undefined && /^[\p{Lu}\p{N}…[.‘']/u.test(text)) return earlier;
  const previous = sentences[s - 1];
  if (previous) return reportedSpeaker(previous.text);
  return n === 0 ? carried : undefined;
}

/** The speaker who continues in the next paragraph: after "Brandt continued:", or an unclosed quotation. */
function carriedSpeaker(
  spans: readonly QuoteSpan[],
  sentences: readonly Sentence[],
  speakers: readonly (string | undefined)[],
  mentions: Mentions,
): string | undefined {
  if (spans.at(-1)?.closed === false) return speakers.at(spans.length - 1);
  const last = sentences.at(-1)?.text ?? '';
  if (!last.endsWith(':')) return undefined;
  const found = reportedSpeaker(last);
  return found === undefined ? undefined : mentions.resolve(found);
}
