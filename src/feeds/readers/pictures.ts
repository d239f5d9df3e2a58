import { attributesOf, childrenOf, type Fields, type Node, nodesOf, type Occurring, textOf } from './nodes.ts';
import type { StatedPicture } from './stated.ts';

/** Where it stands in place of an attribute, as in RSS's own image. */
function addressInside(node: Node): string | undefined {
  const inner = childrenOf(node, 'url')[0] ?? node;
  const text = typeof inner === 'object' ? inner._ : inner;
  return text !== undefined && /^\s*\S*\/\S*\s*$/.test(text) ? text : undefined;
}

function pictureIn(node: Node, alt?: string): StatedPicture[] {
  const { url, href, type, medium, width } = attributesOf(node);
  const address = url ?? href ?? addressInside(node);
  if (!address) return [];
  return [{ url: address, kind: medium ?? type, alt, width: width === undefined ? undefined : Number(width) }];
}

function contentIn(node: Node): StatedPicture[] {
  // Both are read: one may hold markup that only the other reader knows to order.
  const alt = [...childrenOf(node, 'media:description'), ...childrenOf(node, 'media:title')].map(textOf)[0];
  const thumbnails = childrenOf(node, 'media:thumbnail');
  const picture = pictureIn(node, alt);
  return thumbnails.length === 0 ? picture : [...picture, ...thumbnails.flatMap((one) => pictureIn(one, alt))];
}

function groupIn(node: Node): StatedPicture[] {
  const thumbnails = childrenOf(node, 'media:thumbnail').flatMap((one) => pictureIn(one));
  return [...childrenOf(node, 'media:content').flatMap(contentIn), ...thumbnails];
}

/** What an item names as its pictures, in the order in which they are meant. Throws MarkupInText. */
export function picturesOf(occurring: Occurring): (fields: Fields) => StatedPicture[] {
  const plain = (node: Node): StatedPicture[] => pictureIn(node);
  const readers = [
    { names: occurring('media:content'), read: contentIn },
    { names: occurring('media:thumbnail'), read: plain },
    { names: occurring('media:group'), read: groupIn },
    { names: occurring('enclosure', 'itunes:image', 'image'), read: plain },
  ].filter(({ names }) => names.length > 0);
  return (fields) => {
    const pictures: StatedPicture[] = [];
    for (const { names, read } of readers) {
      for (const node of nodesOf(fields, names)) for (const picture of read(node)) pictures.push(picture);
    }
    return pictures;
  };
}
