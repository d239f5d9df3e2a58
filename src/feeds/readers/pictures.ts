import { attributesOf, childrenOf, type Fields, type Node, nodesOf, textOf } from './nodes.ts';
import type { StatedPicture } from './stated.ts';

/** What an item names as its pictures, in the order in which they are meant. Throws MarkupInText. */
export function picturesOf(fields: Fields): StatedPicture[] {
  const found: StatedPicture[] = [];
  const add = (node: Node, alt?: string): void => {
    const { url, href, type, medium, width } = attributesOf(node);
    const address = url ?? href;
    if (address)
      found.push({ url: address, kind: medium ?? type, alt, width: width === undefined ? undefined : Number(width) });
  };
  const media = (holder: { content: readonly Node[]; thumbnail: readonly Node[] }): void => {
    for (const content of holder.content) {
      const alt = childrenOf(content, 'media:description').concat(childrenOf(content, 'media:title')).map(textOf)[0];
      add(content, alt);
      for (const thumbnail of childrenOf(content, 'media:thumbnail')) add(thumbnail, alt);
    }
    for (const thumbnail of holder.thumbnail) add(thumbnail);
  };
  media({ content: nodesOf(fields, 'media:content'), thumbnail: nodesOf(fields, 'media:thumbnail') });
  for (const group of nodesOf(fields, 'media:group')) {
    media({ content: childrenOf(group, 'media:content'), thumbnail: childrenOf(group, 'media:thumbnail') });
  }
  for (const enclosure of nodesOf(fields, 'enclosure')) add(enclosure);
  for (const image of nodesOf(fields, 'itunes:image')) add(image);
  for (const image of nodesOf(fields, 'image')) {
    const url = childrenOf(image, 'url').map(textOf)[0] ?? (typeof image === 'string' ? image : undefined);
    if (url) found.push({ url, kind: 'image' });
  }
  return found;
}
