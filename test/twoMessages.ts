import { partKey, type Render, type RenderedDigest } from '../src/delivery/ports.ts';
import { render } from '../src/discord/bot.ts';

/** Lede's own messages, but every digest of two stories or more is two of them: the first story, and the others. */
export const twoMessages: Render = {
  notices: render.notices,
  digest(digest, { messages, ...options }): RenderedDigest {
    const [first, ...others] = digest.places;
    const isLong = messages === undefined ? others.length > 0 : messages > 1;
    if (!isLong) return render.digest(digest, options);
    const halves = [
      { ...digest, places: first ? [first] : [], also: [] },
      // One without stories needs the button that holds its key.
      { ...digest, places: others, quiet: others.length === 0 },
    ];
    const drawn = halves.map((half, part) =>
      render.digest(half, { ...options, messages: 1, deliveryKey: partKey(options.deliveryKey, part) }),
    );
    return {
      payloads: drawn.flatMap(({ payloads }) => payloads),
      told: drawn.flatMap(({ told }, part) => told.map((entry) => ({ ...entry, part }))),
    };
  },
};
