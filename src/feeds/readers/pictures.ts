import { attributesOf, childrenOf, type Fields, type Node, nodesOf, type Occurring, textOf } from './nodes.ts';
import type { StatedPicture } from './stated.ts';

/** An address in place of an attribute; any other text is none. */
function addressInside(node: Node): string | undefined {
  const text = (typeof node === 'object' ? node._ : node)?.trim();
  return text !== undefined && /^https?:\/\/\S+$/i.test(text) ? text : undefined;
}

/** `kind` is what it is where the feed does not say so. */
function pictureIn(node: Node, alt?: string, kind?: string): StatedPicture[] {
  const { url, href, type, medium, width } = attributesOf(node);
  const address = url ?? href ?? addressInside(node);
  if (!address) return [];
  return [{ url: address, kind: medium ?? type ?? kind, alt, width: width === undefined ? undefined : Number(width) }];
}

const thumbnailIn = (node: Node, alt?: string): StatedPicture[] => pictureIn(node, alt, 'image');

/** RSS's own, which has its address in an element; elsewhere it is an address as it stands, or an attribute. */
function imageIn(node: Node): StatedPicture[] {
  const url = textOf(childrenOf(node, 'url')[0]) ?? (typeof node === 'string' ? node : undefined);
  return url ? [{ url, kind: 'image' }] : thumbnailIn(node);
}

function enclosureIn(node: Node): StatedPicture[] {
  const { url, href } = attributesOf(node);
  return url || href ? pictureIn(node) : [];
}

function contentIn(node: Node): StatedPicture[] {
  // Both are read: one may hold markup that only the other reader knows to order.
  const alt = [...childrenOf(node, 'media:description'), ...childrenOf(node, 'media:title')].map(textOf)[0];
  const thumbnails = childrenOf(node, 'media:thumbnail');
  const picture = pictureIn(node, alt);
  return thumbnails.length === 0 ? picture : [...picture, ...thumbnails.flatMap((one) => thumbnailIn(one, alt))];
}

function groupIn(node: Node): StatedPicture[] {
  const thumbnails = childrenOf(node, 'media:thumbnail').flatMap((one) => thumbnailIn(one));
  return [...childrenOf(node, 'media:content').flatMap(contentIn), ...thumbnails];
}

/** What an item names as its pictures, in the order in which they are meant. Throws MarkupInText. */
export function picturesOf(occurring: Occurring): (fields: Fields) => StatedPicture[] {
  const readers = [
    { names: occurring('media:content'), read: contentIn },
    { names: occurring('media:thumbnail'), read: (node: Node) => thumbnailIn(node) },
    { names: occurring('media:group'), read: groupIn },
    { names: occurring('enclosure'), read: enclosureIn },
    { names: occurring('itunes:image'), read: (node: Node) => thumbnailIn(node) },
    { names: occurring('image'), read: imageIn },
  ].filter(({ names }) => names.length > 0);
  return (fields) => {
    const pictures: StatedPicture[] = [];
    for (const { names, read } of readers) {
      for (const node of nodesOf(fields, names)) for (const picture of read(node)) pictures.push(picture);
    }
    return pictures;
  };
}
