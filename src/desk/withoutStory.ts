import type { Digest } from '../digests/digest.ts';
import type { RenderedDigest } from './ports.ts';

/**
 * The digest without the story that Discord's error points at; where it does not tell, without pictures first, then
 * without the short lines, then without the last story; in the end it says that the day was quiet. Undefined when nothing is
 * left to leave out.
 */
export function withoutStory(
  digest: Digest,
  told: RenderedDigest['told'],
  componentPath: string | undefined,
): Digest | undefined {
  const left = lessOf(digest, told, componentPath);
  return left && { ...left, quiet: left.places.length < 2 };
}

function lessOf(digest: Digest, told: RenderedDigest['told'], componentPath: string | undefined): Digest | undefined {
  // With the point: the second part of a container is no beginning of its twentieth.
  const fault = told.find(({ path }) => path !== undefined && `${componentPath}.`.startsWith(`${path}.`));
  if (fault) {
    return {
      ...digest,
      places: digest.places.filter((place) => place.storyId !== fault.storyId),
      also: digest.also.filter((line) => line.storyId !== fault.storyId),
    };
  }
  if (digest.places.some((place) => place.picture)) {
    return { ...digest, places: digest.places.map((place) => ({ ...place, picture: undefined })) };
  }
  if (digest.also.length > 0) return { ...digest, also: [] };
  if (digest.places.length > 0) return { ...digest, places: digest.places.slice(0, -1) };
  return undefined;
}
