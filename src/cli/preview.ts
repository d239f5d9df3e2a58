import { styleText } from 'node:util';
import { systemWall } from '../clock.ts';
import type { Signal } from '../engine/permissions/signals.ts';
import { type Digest, hasFewStories } from '../newsroom/digest.ts';
import { type PreviewStep, previewDigest } from '../reading/previewDigest.ts';
import type { DigestStory } from '../storage/postContent.ts';
import { hostPort } from '../web/guard.ts';
import { type Call, CliRefusal, configIn, wordsOf } from './command.ts';
import { linesOfFailures } from './failures.ts';

const usage = `lede preview [--json] [--allow-private] [--stories N] URL…
Reads the feeds (or the feeds of the sites), groups their articles and prints the digest they would give. Stores nothing.`;

const urlsMax = 50;

export async function preview(call: Call): Promise<number> {
  const { values, positionals } = wordsOf(
    call,
    usage,
    {
      json: { type: 'boolean' },
      'allow-private': { type: 'boolean' },
      stories: { type: 'string', default: '5' },
    },
    urlsMax,
  );
  const stories = Number(values.stories);
  if (positionals.length === 0 || !(stories >= 1 && stories <= 9)) throw new CliRefusal(usage);
  const { contact, pages, quoting } = configIn(call.environment);
  const startedAt = systemWall();
  const urls = positionals.map((given) => (/^[a-z][a-z0-9+.-]*:/i.test(given) ? given : `https://${given}`));
  const hosts = urls.flatMap((url) => (URL.canParse(url) ? hostPort(new URL(url)) : []));
  const privateOrigins = values['allow-private'] ? [...new Set(hosts)] : [];
  const { digest, articles, failures, declined } = await previewDigest({
    urls,
    stories,
    locale: 'en',
    contact,
    pages,
    quoting,
    privateOrigins,
    progress: (step) => call.progress(lineOf(step)),
  });
  call.progress('');
  const lines = failures.map(({ url, reason, code }) => ({ line: `${url}: ${reason}`, code }));
  for (const line of linesOfFailures(lines, urls.length)) call.complain(line);
  if (digest === undefined) return 1;
  const seconds = (systemWall() - startedAt) / 1_000;
  const text = () => digestAsText(digest, articles, seconds) + declinedAsText(declined);
  call.say(values.json ? `${JSON.stringify({ ...digest, articles, declined })}\n` : text());
  return 0;
}

const lineOf = (step: PreviewStep) =>
  step.kind === 'looking'
    ? `looking at ${step.nth} of ${step.of}: ${step.url}`
    : `${step.loop}: ${step.articles} articles, ${step.stories} stories`;

/** Wraps the text into lines of up to 96 characters, each with the indent. */
const wrapped = (text: string, indent: string): string =>
  text.replace(/(.{1,96})(?:\s+|$)/gu, `${indent}$1\n`).trimEnd();

/** Replaces control characters: a feed could control the terminal with them. */
const plain = (text: string) => text.replace(/\p{Cc}/gu, ' ');

function placeAsText(place: DigestStory, index: number): string {
  const source = place.outlets > 1 ? `${place.outlets} outlets` : place.outlet;
  return [
    styleText('bold', wrapped(`${index + 1} · ${plain(place.title)}`, '')),
    styleText('dim', `    ${place.url}`),
    ...place.sentences.map((sentence) => wrapped(`${plain(sentence.text)} — ${plain(sentence.outlet)}`, '    ')),
    styleText('dim', `    ${plain(source)}`),
  ].join('\n');
}

/** The digest for a terminal, each sentence with its outlet as in a channel. */
export function digestAsText(digest: Digest, read: number, seconds: number): string {
  const stories = digest.places.length === 1 ? '1 story' : `${digest.places.length} stories`;
  const articles = read === 1 ? '1 article' : `${read} articles`;
  const head = `${stories} from ${articles} of the last 24 hours · ${seconds.toFixed(1)} s`;
  const also = digest.also.map((line) => wrapped(`${plain(line.title)} (${plain(line.outlet)})`, '    '));
  return [
    '',
    styleText('bold', hasFewStories(digest) ? 'A quiet day' : 'Digest'),
    styleText('dim', head),
    '',
    ...digest.places.map((place, index) => `${placeAsText(place, index)}\n`),
    ...(also.length > 0 ? [styleText('bold', 'Also'), ...also, ''] : []),
  ].join('\n');
}

/** What each signal means, in short; docs/publishers.md has the full rules. */
const meanings: Record<Signal, string> = {
  robots: 'robots.txt closes pages; headline, link and what the feed gives',
  search: 'robots.txt declines search; headline and link only',
  licence: 'an RSL licence declines search; headline and link only',
  mining: 'text mining is reserved (TDMRep); headline, link and the feed’s picture',
  snippet: 'pages allow no snippet; headline, link and picture',
  picture: 'pages allow no picture',
};

/** The signals by which outlets decline something, for a terminal; '' if there are none. */
function declinedAsText(declined: readonly { outletName: string; signals: readonly Signal[] }[]): string {
  if (declined.length === 0) return '';
  const lines = declined.map(({ outletName, signals }) =>
    [wrapped(plain(outletName), '    '), ...signals.map((signal) => wrapped(meanings[signal], '      '))].join('\n'),
  );
  return `\n${[styleText('bold', 'Not allowed'), ...lines].join('\n')}\n`;
}
