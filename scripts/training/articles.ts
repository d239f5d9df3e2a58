import { expectedShares } from '../../src/summaries/articleTerms.ts';
import { leadOf } from '../../src/summaries/lead.ts';
import { type Read, read, readableSets, type SummaryWeights, sentenceScores } from '../../src/summaries/model.ts';
import { judged, setFeatures } from '../../src/summaries/setFeatures.ts';
import { summarize } from '../../src/summaries/summary.ts';
import { boost, boostLists } from './boosting.ts';
import { ridge } from './ridge.ts';
import { commonPositions, ngrams, rougeF, rougeLsumF, rougeTokens } from './rouge.ts';

export interface Reported {
  id: string;
  title: string;
  paragraphs: string[];
  reference: string[];
}

interface Prepared {
  readonly article: Reported;
  readonly known: Read;
  /** Which sentence is the lead, if it is among them. */
  readonly lead: number | undefined;
  readonly reference: readonly (readonly string[])[];
  readonly tokens: readonly (readonly string[])[];
  /** ROUGE-1 and ROUGE-2 of each sentence alone, relative to the article's mean. */
  readonly targets: readonly number[];
}

const wordsMax = 60;
const folds = 5;

const centred = (values: readonly number[]): number[] => {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return values.map((value) => value - mean);
};

function prepare(article: Reported): Prepared {
  const known = read({ ...article, language: 'en' });
  const reference = article.reference.map(rougeTokens);
  const [ones, twos] = [ngrams(reference.flat(), 1), ngrams(reference.flat(), 2)];
  const tokens = known.text.sentences.map(({ text }) => rougeTokens(text));
  const targets = centred(tokens.map((list) => rougeF(ones, ngrams(list, 1)) + rougeF(twos, ngrams(list, 2))));
  const leadText = leadOf({ ...article, language: 'en' })[0];
  const at = known.text.sentences.findIndex(({ text }) => text === leadText);
  return { article, known, lead: at < 0 ? undefined : at, reference, tokens, targets };
}

function learnSentences(documents: readonly Prepared[], seeds: readonly number[]): SummaryWeights['sentences'] {
  const rows = documents.flatMap(({ known }) => known.features);
  const targets = documents.flatMap((document) => document.targets);
  return seeds.map((seed) =>
    boost(rows, targets, { trees: 110, depth: 4, rate: 0.06, leafMin: 40, columnShare: 0.5, seed }),
  );
}

function rougeSum(document: Prepared, set: readonly number[], common: ReadonlyMap<number, number[][]>): number {
  const summary = set.map((at) => document.tokens[at] ?? []);
  const flat = summary.flat();
  const expected = document.reference.flat();
  const shared = document.reference.map((_, r) => set.map((at) => common.get(at)?.[r] ?? []));
  return (
    rougeF(ngrams(expected, 1), ngrams(flat, 1)) +
    rougeF(ngrams(expected, 2), ngrams(flat, 2)) +
    rougeLsumF(document.reference, summary, shared)
  );
}

type TermWeights = Pick<SummaryWeights, 'words' | 'pairs'>;

const rounded = (list: readonly number[]): number[] => list.map((value) => Number(value.toPrecision(5)));

/** What words and pairs are likely to be in a summary, from those that are in the given ones. */
function learnTerms(documents: readonly Prepared[]): TermWeights {
  const told = documents.map(({ reference }) => {
    const tokens = reference.flat();
    return new Set([...ngrams(tokens, 1).keys(), ...ngrams(tokens, 2).keys()]);
  });
  const of = (pairs: boolean): number[] => {
    const rows: (readonly number[])[] = [];
    const targets: number[] = [];
    for (const [at, { known }] of documents.entries()) {
      for (const { key, isPair, features } of known.terms.terms) {
        if (isPair !== pairs) continue;
        rows.push(features);
        targets.push(told[at]?.has(key) ? 1 : 0);
      }
    }
    return rounded(ridge(rows, targets, 3));
  };
  return { words: of(false), pairs: of(true) };
}

/** Rows for the second model; the scores must come from trees that have not seen the document. */
function setRows(
  document: Prepared,
  scores: readonly number[],
  terms: TermWeights,
): { rows: number[][]; targets: number[] } {
  const { known } = document;
  const all = judged(known, scores, expectedShares(known.terms, terms));
  const sets = readableSets(known, scores, wordsMax, document.lead);
  const common = new Map<number, number[][]>();
  for (const at of new Set(sets.flat())) {
    common.set(
      at,
      document.reference.map((sentence) => commonPositions(sentence, document.tokens[at] ?? [])),
    );
  }
  return {
    rows: sets.map((set) => setFeatures(set, all)),
    targets: centred(sets.map((set) => rougeSum(document, set, common))),
  };
}

const inFold = (at: number, fold: number): boolean => at % folds === fold;

function learn(documents: readonly Prepared[]): SummaryWeights {
  const terms = learnTerms(documents);
  const rows: number[][] = [];
  const targets: number[] = [];
  const lists: number[][] = [];
  for (let fold = 0; fold < folds; fold++) {
    const sentences = learnSentences(
      documents.filter((_, at) => !inFold(at, fold)),
      [11],
    );
    for (const document of documents.filter((_, at) => inFold(at, fold))) {
      const made = setRows(document, sentenceScores(document.known, { sentences }), terms);
      if (made.rows.length > 0) lists.push(made.rows.map((_, at) => rows.length + at));
      rows.push(...made.rows);
      targets.push(...made.targets);
    }
  }
  const sets = [
    boost(rows, targets, { trees: 150, depth: 4, rate: 0.06, leafMin: 150, columnShare: 0.5, seed: 21 }),
    boost(rows, targets, { trees: 150, depth: 3, rate: 0.06, leafMin: 300, columnShare: 0.4, seed: 22 }),
  ];
  const choices = [
    boostLists(rows, targets, lists, 0.1, {
      trees: 120,
      depth: 4,
      rate: 0.06,
      leafMin: 150,
      columnShare: 0.5,
      seed: 23,
    }),
    boostLists(rows, targets, lists, 0.2, {
      trees: 120,
      depth: 3,
      rate: 0.06,
      leafMin: 200,
      columnShare: 0.4,
      seed: 24,
    }),
  ];
  const linear = ridge(
    rows.map((row) => [1, ...row]),
    targets,
    5,
  );
  return { sentences: learnSentences(documents, [11, 12]), ...terms, sets, choices, linear: rounded(linear) };
}

function report(documents: readonly Prepared[], summaries: readonly (readonly string[])[], name: string): void {
  const sums = { r1: 0, r2: 0, rLsum: 0, words: 0, led: 0 };
  for (const [at, { reference, known }] of documents.entries()) {
    const summary = summaries[at] ?? [];
    const tokens = summary.map(rougeTokens);
    sums.r1 += rougeF(ngrams(reference.flat(), 1), ngrams(tokens.flat(), 1));
    sums.r2 += rougeF(ngrams(reference.flat(), 2), ngrams(tokens.flat(), 2));
    sums.rLsum += rougeLsumF(
      reference,
      tokens,
      reference.map((sentence) => tokens.map((list) => commonPositions(sentence, list))),
    );
    sums.words += summary.join(' ').split(/\s+/).length;
    if (summary[0] !== undefined && summary[0] === known.text.sentences[0]?.text) sums.led++;
  }
  const per = (value: number): string => ((100 * value) / documents.length).toFixed(2);
  console.log(
    `${name}: R1/R2/RLsum ${per(sums.r1)}/${per(sums.r2)}/${per(sums.rLsum)}, ${(sums.words / documents.length).toFixed(1)} words, ${per(sums.led)} % begin with the first sentence`,
  );
}

/** Learns from all articles, and says how well weights learned from four fifths do on the last fifth. */
export function trainArticles(articles: readonly Reported[]): SummaryWeights {
  const documents = articles.map(prepare);
  const held: Prepared[] = [];
  const summaries: string[][] = [];
  for (let fold = 0; fold < folds; fold++) {
    const weights = learn(documents.filter((_, at) => !inFold(at, fold)));
    for (const document of documents.filter((_, at) => inFold(at, fold))) {
      held.push(document);
      summaries.push(summarize({ ...document.article, language: 'en' }, { wordsMax, weights }));
    }
  }
  report(held, summaries, `articles, ${folds}-fold`);
  return learn(documents);
}
