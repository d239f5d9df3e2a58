import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Entry, firstFault, hashOf, type Proof, proofIn } from '../../commands/digest/feed/chain.ts';
import { headlinesOf, htmlOf } from '../../commands/digest/feed/html.ts';
import { proofId } from '../../commands/digest/feed/page.ts';
import { decodeEntities } from '../text/entities.ts';
import { agentOf } from '../version.ts';
import { unpack } from '../web/decode.ts';
import { createFetcher, type Fetcher } from '../web/fetch.ts';
import { hostPort } from '../web/guard.ts';
import { type Call, configIn, Refusal, wordsOf } from './command.ts';

const usage = `lede verify URL|FILE…
Checks the signatures of a page or JSON feed of digests, or of a saved copy, and prints what was posted when. Several are also compared.`;

const bytesMax = 20 * 1024 * 1024;
const givenMax = 20;

/** A saved page or feed, and the proof in it. */
interface Copy {
  name: string;
  /** The id and the HTML of each digest that it shows. */
  shown: readonly (readonly [id: string, html: string])[];
  proof: Proof;
}

export async function verify(call: Call): Promise<number> {
  const { positionals } = wordsOf(call, usage, {}, givenMax);
  if (positionals.length === 0) throw new Refusal(usage);
  const { contact } = configIn(call.environment);
  const isUrl = (given: string) => /^https?:\/\//i.test(given) && URL.canParse(given);
  const privateOrigins = positionals.filter(isUrl).map((given) => hostPort(new URL(given)));
  await using fetcher = createFetcher({ userAgent: agentOf(contact), privateOrigins });
  const copies: Copy[] = [];
  for (const name of positionals) {
    const copy = copyOf(name, isUrl(name) ? await fetched(fetcher, name) : readFile(name));
    const fault = firstFault(copy.proof) ?? shownFault(copy) ?? parting(copies, copy);
    if (fault !== undefined) {
      call.complain(`${name}: ${fault}`);
      return 1;
    }
    const owner = isUrl(name) ? await ownerOf(fetcher, copy.proof) : `Compare it with ${copy.proof.keyUrl}`;
    if (owner === undefined) {
      call.complain(`${name}: signed by ${copy.proof.key.x}, which is not the key at ${copy.proof.keyUrl}.`);
      return 1;
    }
    copies.push(copy);
    call.say(reportOf(copy, owner));
  }
  return 0;
}

async function fetched(fetcher: Fetcher, url: string): Promise<string> {
  const found = await fetcher.get(url, { accept: 'text/html, application/feed+json, application/jwk+json', bytesMax });
  if (found.kind !== 'ok') throw new Refusal('reason' in found ? found.reason : 'There is no answer.');
  return Buffer.from(unpack(found.body, found.packing ?? '', bytesMax)).toString('utf8');
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Refusal(`${path} can't be read (${(error as NodeJS.ErrnoException).code}).\n${usage}`);
  }
}

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The text between the first `open` and the next `close`; '' if either is missing. */
function between(text: string, open: string, close: string): string {
  const from = text.indexOf(open) + open.length;
  const until = text.indexOf(close, from);
  return from < open.length || until < 0 ? '' : text.slice(from, until);
}

const articleEnds = ['</details>', '</div>'];

/** The digests that a page shows. */
const articlesIn = (page: string): Copy['shown'] =>
  page
    .split('<article id="')
    .slice(1)
    .map((article) => {
      const said = between(article, '<div class="said">', '</article>');
      const html = articleEnds.reduce((rest, end) => rest.trimEnd().replace(new RegExp(`${end}$`), ''), said);
      return [article.slice(0, article.indexOf('"')), html];
    });

const feedShape = z.object({
  _lede: z.unknown(),
  items: z.array(z.object({ id: z.string(), content_html: z.string(), tags: z.array(z.string()).optional() })),
});

/** Throws Refusal if the text is no page or feed of digests. */
function copyOf(name: string, text: string): Copy {
  const feed = jsonIn(text);
  const read = feedShape.safeParse(feed).data;
  const proof = proofIn(
    feed === undefined
      ? jsonIn(decodeEntities(between(text, `<template id="${proofId}">`, '</template>')))
      : read?._lede,
  );
  if (proof === undefined) throw new Refusal(`${name} is no page or JSON feed of digests that Lede signed.`);
  // What outlets changed is not signed, since Lede did not post it.
  const digests = read?.items.filter(({ tags }) => !tags?.includes('correction'));
  const items = digests?.map(({ id, content_html }) => [id.replace(/^urn:uuid:/, ''), content_html] as const);
  return { name, shown: items ?? articlesIn(text), proof };
}

const knownTags = /<\/?(?:p|h3|ul|li|small|strong|em|blockquote|a)(?: dir="auto")?>/g;

/**
 * The text of HTML and the addresses of its links. A time stands as its `datetime`, because its printed form depends on
 * the machine. Tags that no digest has stay, since they could hide words.
 */
const saidIn = (html: string): string =>
  decodeEntities(
    html
      .replace(/<time datetime="([^"]*)">[^<]{1,60}<\/time>/g, ' $1 ')
      .replace(/<a href="([^"]*)">/g, ' $1 ')
      .replace(knownTags, ' '),
  )
    .replace(/\s+/g, ' ')
    .trim();

/** Says which digest is left out, was never signed, or differs from its signed text; undefined if there is none. */
function shownFault({ shown, proof: { entries, contents } }: Copy): string | undefined {
  const entryOf = new Map(entries.map((entry) => [entry.content, entry]));
  const signed = new Map(contents.map((content) => [entryOf.get(hashOf(content))?.digest, content]));
  for (const [id, html] of shown) {
    const content = signed.get(id);
    if (content === undefined) return 'It shows a digest whose text was not signed.';
    if (saidIn(html) !== saidIn(htmlOf(content).text)) {
      return `It shows the digest of ${content.day} otherwise than it was signed.`;
    }
  }
  const ids = new Set(shown.map(([id]) => id));
  const hidden = [...signed].find(([id = '']) => !ids.has(id));
  return hidden && `It leaves out the digest of ${hidden[1].day}, which was signed.`;
}

/** Says which entry differs from the same entry of an earlier copy; undefined if there is none. */
function parting(copies: readonly Copy[], { proof: { entries } }: Copy): string | undefined {
  const hashes = ({ entries }: Proof) =>
    new Map(entries.map(({ signature, ...entry }) => [entry.number, hashOf(entry)]));
  for (const { name, proof } of copies) {
    if (proof.entries[0]?.chain !== entries[0]?.chain) return `It is not of the same channel as ${name}.`;
    const before = hashes(proof);
    for (const { signature, ...entry } of entries) {
      const known = before.get(entry.number);
      if (known !== undefined && known !== hashOf(entry)) return `Entry ${entry.number} is another one in ${name}.`;
    }
  }
  return undefined;
}

/** Says whose key it is; undefined if its address serves another one. */
async function ownerOf(fetcher: Fetcher, { key, keyUrl }: Proof): Promise<string | undefined> {
  const served = jsonIn(await fetched(fetcher, keyUrl)) as { x?: unknown } | undefined;
  return served?.x === key.x ? `It is the key at ${keyUrl}` : undefined;
}

function reportOf({ name, proof: { key, entries, contents } }: Copy, owner: string): string {
  const [first, last] = [entries[0], entries.at(-1)];
  const span = first && last ? `entries ${first.number} to ${last.number}, none missing` : 'no entry yet';
  const byHash = new Map(contents.map((content) => [hashOf(content), content]));
  const digests = [...Map.groupBy(entries as readonly Entry[], ({ digest }) => digest).values()].map((its) => {
    const [{ posted } = { posted: '' }] = its;
    const corrected = its.filter(({ kind }) => kind === 'corrected').map(({ signed }) => `, corrected ${signed}`);
    const content = byHash.get(its.at(-1)?.content ?? '');
    const lines = content === undefined ? ['its text is no longer kept'] : headlinesOf(content);
    return [`${posted} posted${corrected.join('')}`, ...lines.map((line) => `    ${plain(line)}`)].join('\n');
  });
  return `${name}: ${span}.\nSigned by ${key.x}. ${owner}.\n${digests.map((one) => `\n${one}\n`).join('')}`;
}

/**
 * Replaces control characters and those that reverse the order of letters, so that a copy can't control the terminal.
 */
const plain = (text: string) => text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ');
