import { attributesOf, childrenNamed, type Fields, type Node, nodesOf, nodeText, ourNames } from './nodes.ts';
import type { StatedPicture } from './stated.ts';

/** `kind` is the default for an element that states none. The address may be text instead of an attribute. */
function pictureIn(node: Node, alt?: string, kind?: string): StatedPicture[] {
  const { url, href, type, medium, width } = attributesOf(node);
  const text = (typeof node === 'object' ? node._ : node)?.trim() ?? '';
  const address = url ?? href ?? (/^https?:\/\/\S+$/i.test(text) ? text : undefined);
  if (!address) return [];
  return [{ url: address, kind: medium ?? type ?? kind, alt, width: width === undefined ? undefined : Number(width) }];
}

const thumbnailsIn = (node: Node, alt?: string): StatedPicture[] =>
  childrenNamed(node, 'media:thumbnail').flatMap((one) => pictureIn(one, alt, 'image'));

/** RSS has the address in a child element `url`; others write it as text or attribute. */
function imageIn(node: Node): StatedPicture[] {
  const url = nodeText(childrenNamed(node, 'url')[0]) ?? (typeof node === 'string' ? node : undefined);
  return url ? [{ url, kind: 'image' }] : pictureIn(node, undefined, 'image');
}

function contentIn(node: Node): StatedPicture[] {
  // Reads both elements, although only one is used: `nodeText` throws if either contains markup, whose order only
  // feedsmith keeps.
  const alt = [...childrenNamed(node, 'media:description'), ...childrenNamed(node, 'media:title')].map(nodeText)[0];
  return [...pictureIn(node, alt), ...thumbnailsIn(node, alt)];
}

const groupIn = (node: Node): StatedPicture[] => [
  ...childrenNamed(node, 'media:content').flatMap(contentIn),
  ...thumbnailsIn(node),
];

const readers = [
  { names: ourNames('media:content'), read: contentIn },
  { names: ourNames('media:thumbnail', 'itunes:image'), read: (node: Node) => pictureIn(node, undefined, 'image') },
  { names: ourNames('media:group'), read: groupIn },
  { names: ourNames('enclosure'), read: (node: Node) => pictureIn(node) },
  { names: ourNames('image'), read: imageIn },
];

/** The pictures that an item names: Media RSS and iTunes first, then enclosures. Throws MarkupInText. */
export function picturesIn(fields: Fields): StatedPicture[] {
  return readers.flatMap(({ names, read }) => nodesOf(fields, names).flatMap((node) => read(node)));
}
