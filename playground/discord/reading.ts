import type { WireComponent, WireMessage } from './wire.ts';

/** Every component of a tree in reading order, accessories included. */
export function allComponents(components: readonly WireComponent[]): WireComponent[] {
  return components.flatMap((one) => [
    one,
    ...allComponents(one.components ?? []),
    ...allComponents(one.accessory === undefined ? [] : [one.accessory]),
  ]);
}

/** The markdown of a message: its content, then each text component on a line. */
export function textOf(message: Pick<WireMessage, 'content' | 'components'>): string {
  const parts = allComponents(message.components).flatMap(({ type, content }) => (type === 10 ? (content ?? '') : []));
  return [message.content, ...parts].filter((part) => part !== '').join('\n');
}
