import { z } from 'zod';
import { readData } from './data.ts';
import type { EventSheet } from './event.ts';
import { escapeMarkup } from './markup.ts';
import { pressTopics } from './topics.ts';

const width = 640;
const height = 400;

/** Shapes on a field of 640 × 400 with the ground at 300. Class `a` is the topic's colour, `p` paper, `i` ink. */
export const motifs = readData(new URL('motifs.json', import.meta.url), z.record(z.string(), z.string()));

/** Draws an event's picture as SVG; undefined for an event without one. */
export function drawPicture(event: EventSheet): string | undefined {
  if (!event.picture) return undefined;
  const colour = pressTopics.find((topic) => topic.id === event.topic)?.colour ?? 0x666666;
  const accent = `#${colour.toString(16).padStart(6, '0')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escapeMarkup(event.picture.alt)}</title>
<style>.a{fill:${accent}}.p{fill:#f6f1e6}.i{fill:#22303a}.l{fill:none;stroke:#f6f1e6;stroke-width:10}</style>
<rect width="${width}" height="${height}" fill="#9fb6c3"/><rect y="300" width="${width}" height="100" fill="#71909f"/>
${motifs[event.picture.motif]}
</svg>
`;
}
