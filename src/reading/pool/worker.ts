import { parentPort } from 'node:worker_threads';
import type { FeedContext } from '../../engine/articles/fromItem.ts';
import { bodyText, unpackedBody } from '../../engine/feeds/bodyText.ts';
import { type ReadCode, type ReadContext, ReadError } from '../../engine/feeds/document.ts';
import type { CoverageChart } from '../../newsroom/pictures/coverage.ts';
import type { RulesForm } from '../../web/robots.ts';

/**
 * Each job first loads its modules, and then returns the work, which throws ReadError. Modules are loaded at the first
 * job that needs them: the DOM alone costs a thread half a second and 80 MB.
 */
const jobs = {
  /** `without` skips the first reader, after it hung on the document. */
  async read(bytes: Uint8Array, context: ReadContext, without?: 'first') {
    const { readFeedDocument } = await reader(without);
    return () => readFeedDocument(bytes, context, without);
  },
  /** Like `read`, but returns the items as articles of an outlet, their markup turned into text. */
  async readArticles(bytes: Uint8Array, context: ReadContext, listing: FeedContext, without?: 'first') {
    const { readFeedDocument } = await reader(without);
    const { articlesFrom, loadLanguages } = await import('../../engine/articles/fromFeed.ts');
    if (listing.language === undefined) await loadLanguages();
    return async () => articlesFrom(await readFeedDocument(bytes, context, without), listing);
  },
  /** The feeds that an OPML file lists. */
  async readOpml(bytes: Uint8Array, packing?: string) {
    const { readOpmlFeeds } = await import('../../engine/feeds/readOpml.ts');
    return () => readOpmlFeeds(bytes, packing);
  },
  /** The feeds that a page links to, best first. */
  async discover(bytes: Uint8Array, context: ReadContext) {
    const { feedsOfPage } = await import('../../engine/feeds/discovery.ts');
    return () => feedsOfPage(bytes, context);
  },
  /** The article of a page, and the page's size as text in bytes of UTF-8. Undefined if the page has no article. */
  async extract(bytes: Uint8Array, context: ReadContext) {
    const { extractArticle } = await import('../../engine/pages/extract.ts');
    return () => {
      const html = bodyText(bytes, context);
      const article = extractArticle(html, context.url);
      return article && { ...article, bytes: Buffer.byteLength(html) };
    };
  },
  /** The rules for Lede in a robots.txt, a tdmrep.json or an RSL licence, in the form for `isOpen`. */
  async robots(bytes: Uint8Array, packing: string | undefined, form: RulesForm) {
    const rules = await rulesReaders[form]();
    return () => rules(unpackedBody(bytes, packing));
  },
  /** Whether the rules of the page's origin allow reading the page. */
  async isOpen(rules: string, url: string) {
    const { allowsPage } = await import('../../engine/permissions/robotsRules.ts');
    const { rulesAt } = await import('../../engine/permissions/rsl.ts');
    return () => allowsPage(rulesAt(rules, new URL(url).origin), url);
  },
  /** A chart as PNG. */
  async draw(chart: CoverageChart) {
    const { drawnPng } = await import('../../newsroom/pictures/png.ts');
    return () => drawnPng(chart);
  },
};

const rulesReaders: Record<RulesForm, () => Promise<(body: Uint8Array) => string>> = {
  robots: async () => (await import('../../engine/permissions/robotsRules.ts')).ownRules,
  licence: async () => (await import('../../engine/permissions/rsl.ts')).rslRules,
  tdmrep: async () => (await import('../../engine/permissions/tdmrep.ts')).tdmrepRules,
};

async function reader(without: 'first' | undefined) {
  const reading = await import('../../engine/feeds/read.ts');
  if (without) await reading.loadSecondReader();
  return reading;
}

export type Jobs = typeof jobs;
export type Given = { [J in keyof Jobs]: Parameters<Jobs[J]> };
export type Results = { [J in keyof Jobs]: Awaited<ReturnType<Awaited<ReturnType<Jobs[J]>>>> };

export interface Task<J extends keyof Jobs = keyof Jobs> {
  id: number;
  job: J;
  given: Given[J];
}

/** Errors lose their code between threads, so they are passed as values. */
export type JobOutcome<J extends keyof Jobs = keyof Jobs> =
  | { result: Results[J] }
  | { code: ReadCode; sentence: string };

type Loading<J extends keyof Jobs> = (...given: Given[J]) => Promise<() => Results[J] | Promise<Results[J]>>;
const loading: { [J in keyof Jobs]: Loading<J> } = jobs;

/** Runs a job. Throws only for our own bugs. */
export default async function work<J extends keyof Jobs>({ id, job, given }: Task<J>): Promise<JobOutcome<J>> {
  const done = await loading[job](...given);
  // The document's time limit starts only with this message, because loading the modules may take seconds.
  parentPort?.postMessage(id);
  try {
    return { result: await done() };
  } catch (error) {
    if (error instanceof ReadError) return { code: error.code, sentence: error.message };
    throw error;
  }
}
