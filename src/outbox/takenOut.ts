import type { ArticleId } from '../ids.ts';
import type { DigestStory, PostContent } from '../storage/postContent.ts';

/** The place with only some of its articles. The picture may come from any article, so it is dropped, too. */
export const onlyOf = (
  place: DigestStory,
  isIn: (article: { url: string; articleId?: ArticleId }) => boolean,
): DigestStory => ({
  ...place,
  sentences: place.sentences.filter(isIn),
  corrections: place.corrections?.filter(isIn),
  changed: place.changed?.values.every(isIn) ? place.changed : undefined,
  picture: undefined,
});

/** The content as readers see it: without the articles that members took out. */
export function withoutTakenOut<Content extends PostContent>(content: Content): Content {
  const reports = { ...content.reports };
  const places = content.places.map((place) => {
    if (place.takenOut === undefined) return place;
    const { articles, heading, fewer } = place.takenOut;
    // Compares addresses, because an alert's reports store no article ids.
    const urls = new Set(articles.map(({ url }) => url));
    const isIn = ({ url }: { url: string }) => !urls.has(url);
    const listed = reports[place.storyId];
    if (listed) reports[place.storyId] = listed.filter(isIn);
    const outlets = Math.max(1, place.outlets - fewer.outlets);
    const voices = Math.max(1, place.voices - fewer.voices);
    return { ...onlyOf(place, isIn), ...heading, outlets, voices };
  });
  return { ...content, places, ...(content.reports ? { reports } : {}) };
}
