import type { WireComponent, WireMessage } from './wire.ts';

/** Every component of a tree in the order a reader meets them, accessories included. */
export function allComponents(components: readonly WireComponent[]): WireComponent[] {
  return components.flatMap((one) => [
    one,
    ...allComponents(one.components ?? []),
    ...allComponents(one.accessory === undefined ? [] : [one.accessory]),
  ]);
}

/** All texts of a message as its source, one per line: content, then the text parts of Components V2. */
export function textOf(message: Pick<WireMessage, 'content' | 'components'>): string {
  const parts = allComponents(message.components).flatMap(({ type, content }) => (type === 10 ? (content ?? '') : []));
  return [message.content, ...parts].filter((part) => part !== '').join('\n');
}
