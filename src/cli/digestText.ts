import { styleText } from 'node:util';
import type { Digest, DigestPlace } from '../digests/digest.ts';

const width = 100;

function wrapped(text: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > width - indent.length) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((part) => indent + part).join('\n');
}

/** Control characters of a feed must not steer a terminal. */
const plain = (text: string) => text.replace(/\p{Cc}/gu, ' ');

function placeAsText(place: DigestPlace, index: number): string {
  const voices = place.outlets > 1 ? `${place.outlets} outlets, ${place.voices} wrote their own` : place.outlet;
  return [
    styleText('bold', wrapped(`${index + 1} · ${plain(place.title)}`, '')),
    styleText('dim', `    ${place.url}`),
    ...place.sentences.map((sentence) => wrapped(`${plain(sentence.text)} — ${plain(sentence.outlet)}`, '    ')),
    styleText('dim', `    ${plain(voices)}`),
  ].join('\n');
}

/** The digest for a terminal; every sentence with its outlet, as in a channel. */
export function digestAsText(digest: Digest, seconds: number): string {
  const stories = digest.places.length === 1 ? '1 story' : `${digest.places.length} stories`;
  const articles = digest.articles === 1 ? '1 article' : `${digest.articles} articles`;
  const head = `${stories} from ${articles} of the last 24 hours · ${seconds.toFixed(1)} s`;
  const also = digest.also.map((line) => wrapped(`${plain(line.title)} (${plain(line.outlet)})`, '    '));
  return [
    '',
    styleText('bold', digest.quiet ? 'A quiet day' : 'Digest'),
    styleText('dim', head),
    '',
    ...digest.places.map((place, index) => `${placeAsText(place, index)}\n`),
    ...(also.length > 0 ? [styleText('bold', 'Also'), ...also, ''] : []),
  ].join('\n');
}
