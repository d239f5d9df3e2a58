import type { Digest } from '../src/newsroom/digest.ts';
import type { Kinds } from '../src/outbox/kinds.ts';
import { type Drawn, partKey, type RenderOptions } from '../src/outbox/ports.ts';
import * as deliveries from './outbox/kinds.ts';

const { daily, asked, ...others } = deliveries;

/** Lede's delivery kinds, but a digest of two or more stories is two messages: one with the first story only. */
export const twoMessages: Kinds = [
  { ...daily, draw: drawHalves },
  { ...asked, draw: drawHalves },
  ...Object.values(others),
];

function drawHalves(digest: Digest, { messages, ...options }: RenderOptions): Drawn {
  const [first, ...others] = digest.places;
  const isLong = messages === undefined ? others.length > 0 : messages > 1;
  if (!isLong) return daily.draw(digest, options);
  const halves = [
    { ...digest, places: first ? [first] : [], also: [] },
    { ...digest, places: others },
  ];
  const drawn = halves.map((half, part) =>
    daily.draw(half, { ...options, messages: 1, deliveryKey: partKey(options.deliveryKey, part) }),
  );
  return {
    title: drawn[0]?.title,
    payloads: drawn.flatMap(({ payloads }) => payloads),
    told: drawn.flatMap(({ told }, part) => told.map((entry) => ({ ...entry, part }))),
  };
}
