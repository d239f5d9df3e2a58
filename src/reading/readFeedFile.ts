import { ReadError } from '../engine/feeds/document.ts';
import { decodeText, UnpackError, unpack } from '../engine/text/decode.ts';
import type { Fetcher, FetchOutcome } from '../web/fetch.ts';
import { hostPort } from '../web/guard.ts';
import type { FeedFile, TextFile } from '../web/lookup.ts';
import { readWithin, withinDeadline } from './deadline.ts';
import type { Pool } from './pool/pool.ts';

const bytesMax = 1024 * 1024;
const textBytesMax = 256 * 1024;
/** Maximum number of feeds. A longer list is refused as a whole, so that nobody has to find the missing ones. */
const feedsMax = 500;
const budgetMs = 20_000;

export interface FeedFileParts {
  fetcher: Fetcher;
  pool: Pool;
  /** Each `host:port` whose files may be fetched over plain HTTP, as from the playground's Discord. */
  privateOrigins: ReadonlySet<string>;
}

/** Downloads a member's attachment from Discord's address. */
async function attached(
  { fetcher, privateOrigins }: Omit<FeedFileParts, 'pool'>,
  address: string,
  bytesMax: number,
  deadline: AbortSignal,
): Promise<Extract<FetchOutcome, { kind: 'ok' }> | 'unreachable' | 'too-large'> {
  const url = URL.parse(address);
  const isSafe = url?.protocol === 'https:' || (url !== null && privateOrigins.has(hostPort(url)));
  if (!isSafe) return 'unreachable';
  const request = { accept: '*/*', bytesMax, signal: deadline, urgent: true };
  const outcome = await withinDeadline(deadline, fetcher.get(address, request));
  if (outcome?.kind === 'ok') return outcome;
  return outcome?.kind === 'failed' && outcome.code === 'too-large' ? 'too-large' : 'unreachable';
}

/** Reads an OPML file that a member attached in Discord. */
export async function readFeedFile(parts: FeedFileParts, address: string): Promise<FeedFile> {
  const failed = (code: Extract<FeedFile, { kind: 'failed' }>['code']): FeedFile => ({ kind: 'failed', code });
  const deadline = AbortSignal.timeout(budgetMs);
  const outcome = await attached(parts, address, bytesMax, deadline);
  if (typeof outcome === 'string') return failed(outcome);
  const feeds = await readWithin(deadline, parts.pool.readOpml(outcome.body, outcome.packing));
  if (feeds === undefined) return failed('too-slow');
  if (feeds instanceof ReadError)
    return failed(feeds.code === 'not-a-feed' ? 'no-list' : feeds.code === 'too-slow' ? 'too-slow' : 'broken');
  if (feeds.length === 0) return failed('empty');
  return feeds.length > feedsMax ? failed('too-many') : { kind: 'read', feeds };
}

/** Reads a small text file that a member attached in Discord, such as a server's set-up. */
export async function readTextFile(parts: Omit<FeedFileParts, 'pool'>, address: string): Promise<TextFile> {
  const outcome = await attached(parts, address, textBytesMax, AbortSignal.timeout(budgetMs));
  if (typeof outcome === 'string') return { kind: 'failed', code: outcome };
  try {
    return { kind: 'read', text: decodeText(unpack(outcome.body, outcome.packing ?? '', textBytesMax)) };
  } catch (error) {
    if (error instanceof UnpackError) return { kind: 'failed', code: 'too-large' };
    throw error;
  }
}
