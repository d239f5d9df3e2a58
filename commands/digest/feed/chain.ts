import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type InstallationKey, isSignedBy } from '../../../src/installationKey.ts';
import { type Content, contentShape } from './content.ts';

const hash = z.string().regex(/^[\w-]{43}$/);
const moment = z.iso.datetime();

const entryShape = z.strictObject({
  /** The id of the channel's chain. */
  chain: z.uuid(),
  /** From 1, without gaps. */
  number: z.int().min(1),
  /** The hash of the entry before; null for the first one. */
  before: hash.nullable(),
  /** The id of the digest. */
  digest: z.uuid(),
  /** `corrected` if the digest said something else before. */
  kind: z.enum(['posted', 'corrected']),
  /** When the digest was posted in Discord. */
  posted: moment,
  signed: moment,
  /** The hash of what it says. */
  content: hash,
});

/** One entry of a channel's chain: what a digest says since when, without its text. */
export type Entry = z.infer<typeof entryShape>;

/** The newest entry of a chain. */
export interface Head {
  number: number;
  hash: string;
}

const proofShape = z.strictObject({
  /** The URL at which the installation serves its key. */
  keyUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    // `lede verify` prints it, so it must not control a terminal.
    .regex(/^[^\s\p{C}]+$/u),
  key: z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: hash }),
  entries: z.array(entryShape.extend({ signature: z.string().max(100) })).max(1_000),
  contents: z.array(contentShape).max(1_000),
});

/** Everything that is needed to check what a page or feed shows. */
export type Proof = z.infer<typeof proofShape>;

/** The proof that a page or feed holds as JSON; undefined if it isn't one. */
export const proofIn = (given: unknown): Proof | undefined => proofShape.safeParse(given).data;

/** JSON in one form only: keys sorted, no white space (RFC 8785, for values without fractions). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}

export const hashOf = (value: Entry | Content): string =>
  createHash('sha256').update(canonical(value)).digest('base64url');

/**
 * The entries after the last one of another chain, in their order, each with its parsed JSON as `is`. An entry of
 * another chain was signed with an earlier key of the installation.
 */
export const entriesOf = <Row extends { entry: string }>(
  rows: readonly Row[],
  chain: string,
): (Row & { is: Entry })[] => {
  const read = rows.map((row) => ({ ...row, is: JSON.parse(row.entry) as Entry }));
  return read.slice(read.findLastIndex(({ is }) => is.chain !== chain) + 1);
};

/** The text that is signed for an entry. Its first line keeps signatures for other purposes apart. */
const signedText = (entry: Entry): string => `lede digest entry\n${canonical(entry)}`;

/** Makes and signs the entry after `head`. */
export function nextEntry(
  key: InstallationKey,
  head: Head | undefined,
  said: Pick<Entry, 'chain' | 'digest' | 'kind' | 'posted' | 'signed'> & { content: Content },
): { entry: Entry; signature: string; head: Head } {
  const number = (head?.number ?? 0) + 1;
  const entry: Entry = { ...said, number, before: head?.hash ?? null, content: hashOf(said.content) };
  return { entry, signature: key.sign(signedText(entry)), head: { number, hash: hashOf(entry) } };
}

/** A sentence on the first entry that does not hold: a wrong signature, a missing entry, or a text that is not the signed one. */
export function firstFault({ key, entries, contents }: Proof): string | undefined {
  let before: Entry | undefined;
  const latest = new Map<string, Entry>();
  for (const { signature, ...entry } of entries) {
    const { number } = entry;
    const fault = (why: string) => `Entry ${number} does not hold: ${why}.`;
    if (!isSignedBy(key, signedText(entry), signature)) return fault('its signature is not by this key');
    if (before !== undefined && (number !== before.number + 1 || entry.chain !== before.chain)) {
      return fault(`it does not follow entry ${before.number}: an entry was left out, or is of another chain`);
    }
    const isLinked =
      before === undefined ? (number === 1) === (entry.before === null) : entry.before === hashOf(before);
    if (!isLinked) {
      return fault('it does not name the hash of the entry before it: that one was changed or replaced');
    }
    const earlier = latest.get(entry.digest);
    if (earlier !== undefined && (entry.kind === 'posted' || entry.posted !== earlier.posted)) {
      return fault(`it says of a digest what entry ${earlier.number} denies: that it was posted at another time`);
    }
    latest.set(entry.digest, entry);
    before = entry;
  }
  const named = new Map([...latest.values()].map((entry) => [entry.content, entry]));
  for (const content of contents) {
    if (named.has(hashOf(content))) continue;
    const old = entries.find((entry) => entry.content === hashOf(content));
    return old === undefined
      ? `The text of ${content.day} was never signed.`
      : `The text of ${content.day} is that of entry ${old.number}, which was corrected since.`;
  }
  return undefined;
}
