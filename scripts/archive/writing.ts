import type { DigestLine } from '../../src/storage/postContent.ts';
import type { ReplayedMorning } from './replay.ts';

const lineOf = ({ storyId, title, url, outlet }: DigestLine) => ({ storyId, title, url, outlet });

/** A morning in the format for scorers; CONTRIBUTING.md describes it. */
export function morningAsJson({ day, digests, stories }: ReplayedMorning): string {
  const channels = [...digests].map(([name, { digest, texts }]) => {
    const places = digest.places.map((place) => ({
      ...lineOf(place),
      topicId: place.topicId,
      sentences: place.sentences.map(({ text, url, outlet }) => ({ text, url, outlet })),
      told: place.told?.headline,
    }));
    return [name, { places, brief: digest.also.map(lineOf), texts }];
  });
  return JSON.stringify({ day, digests: Object.fromEntries(channels), stories });
}

/** The digests of a morning as people read them in their channels, without addresses. */
export function morningAsText({ digests }: ReplayedMorning): string {
  const read = [...digests].map(([name, { texts }]) => `===== #${name}\n\n${texts.map(withoutMarkup).join('\n\n')}\n`);
  return read.join('\n');
}

/** Discord's Markdown as readers see it, roughly. */
function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/\[((?:[^\]\\]|\\.)*)\]\(<?https?:[^)]*\)/g, '$1')
    .replace(/<t:(\d+)(?::\w)?>/g, (_, seconds) => `${new Date(Number(seconds) * 1_000).toISOString().slice(0, 16)}Z`)
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .replace(/^-# /gm, '')
    .replace(/\*\*/g, '');
}
