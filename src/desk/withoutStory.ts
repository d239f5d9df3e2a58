import type { Digest } from '../digests/digest.ts';
import type { RenderedDigest } from './ports.ts';

/** Which message of a digest Discord refused, and where in it the fault lies if Discord says so. */
export interface Refused {
  part: number;
  componentPath?: string;
}

/**
 * The digest without the story that Discord's error points at. If it points at none: a later message goes whole, since the ones before it
 * stand; of the first, the pictures go first, then the short lines, then the last story; in the end it says that the day was quiet.
 * Undefined when nothing is left to leave out.
 */
export function withoutStory(digest: Digest, told: RenderedDigest['told'], refused: Refused): Digest | undefined {
  const left = lessOf(digest, told, refused);
  return left && { ...left, quiet: left.places.length < 2 };
}

function lessOf(digest: Digest, told: RenderedDigest['told'], refused: Refused): Digest | undefined {
  const its = told.filter(({ part }) => part === refused.part);
  // With the point: the second part of a container is no beginning of its twentieth.
  const fault = its.find(({ path }) => path !== undefined && `${refused.componentPath}.`.startsWith(`${path}.`));
  const out = new Set((fault ? [fault] : refused.part > 0 ? its : []).map(({ storyId }) => storyId));
  if (out.size > 0) {
    return {
      ...digest,
      places: digest.places.filter(({ storyId }) => !out.has(storyId)),
      also: digest.also.filter(({ storyId }) => !out.has(storyId)),
    };
  }
  if (refused.part > 0) return undefined;
  if (digest.places.some((place) => place.picture)) {
    return { ...digest, places: digest.places.map((place) => ({ ...place, picture: undefined })) };
  }
  if (digest.also.length > 0) return { ...digest, also: [] };
  if (digest.places.length > 0) return { ...digest, places: digest.places.slice(0, -1) };
  return undefined;
}
