import { ReadError } from '../feeds/document.ts';
import type { FeedFile } from '../feeds/lookup.ts';
import type { OpmlFeed } from '../feeds/opml.ts';
import type { Pool } from '../pool/pool.ts';
import type { Fetcher } from '../web/fetch.ts';
import { hostPort } from '../web/guard.ts';
import { before } from './deadline.ts';

const bytesMax = 1024 * 1024;
/** A longer list is refused whole, so that nobody wonders what was left out. */
const feedsMax = 500;
const budgetMs = 20_000;

export interface FeedFileParts {
  fetcher: Fetcher;
  pool: Pool;
  /** Exact `host:port` that may send a file without TLS, if Discord runs on this machine. */
  privateOrigins: ReadonlySet<string>;
}

/** Reads an OPML file that a member attached in Discord. */
export function createReadFeedFile(parts: FeedFileParts): (address: string) => Promise<FeedFile> {
  const failed = (code: Extract<FeedFile, { kind: 'failed' }>['code']): FeedFile => ({ kind: 'failed', code });
  return async (address) => {
    const url = URL.parse(address);
    const isSafe = url?.protocol === 'https:' || (url !== null && parts.privateOrigins.has(hostPort(url)));
    if (!isSafe) return failed('unreachable');
    const deadline = AbortSignal.timeout(budgetMs);
    const request = { accept: '*/*', bytesMax, signal: deadline, urgent: true };
    const outcome = await before(deadline, parts.fetcher.get(address, request));
    if (outcome?.kind === 'failed' && outcome.code === 'too-large') return failed('too-large');
    if (outcome?.kind !== 'ok') return failed('unreachable');
    const feeds = await before(deadline, listedIn(parts.pool, outcome.body, outcome.packing));
    if (feeds === undefined) return failed('too-slow');
    if (feeds instanceof ReadError)
      return failed(feeds.code === 'not-a-feed' ? 'no-list' : feeds.code === 'too-slow' ? 'too-slow' : 'broken');
    if (feeds.length === 0) return failed('empty');
    return feeds.length > feedsMax ? failed('too-many') : { kind: 'read', feeds };
  };
}

async function listedIn(pool: Pool, body: Uint8Array, packing?: string): Promise<OpmlFeed[] | ReadError> {
  try {
    return await pool.readOpml(body, packing);
  } catch (error) {
    if (error instanceof ReadError) return error;
    throw error;
  }
}
