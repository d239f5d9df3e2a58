import { render } from '../commands/render.ts';
import { type Drawn, partKey, type Render } from '../src/outbox/ports.ts';

/** Renders as Lede does, but splits digests of two or more stories into two messages: the first story, the others. */
export const twoMessages: Render = {
  notices: render.notices,
  draw(outgoing, { messages, ...options }): Drawn {
    if (outgoing.kind !== 'daily' && outgoing.kind !== 'asked') return render.draw(outgoing, { messages, ...options });
    const { kind, content } = outgoing;
    const [first, ...others] = content.places;
    const isLong = messages === undefined ? others.length > 0 : messages > 1;
    if (!isLong) return render.draw({ kind, content }, options);
    const halves = [
      { ...content, places: first ? [first] : [], also: [] },
      { ...content, places: others },
    ];
    const drawn = halves.map((half, part) =>
      render.draw(
        { kind, content: half },
        { ...options, messages: 1, deliveryKey: partKey(options.deliveryKey, part) },
      ),
    );
    return {
      title: drawn[0]?.title,
      payloads: drawn.flatMap(({ payloads }) => payloads),
      told: drawn.flatMap(({ told }, part) => told.map((entry) => ({ ...entry, part }))),
    };
  },
};
