import type { ArticleId } from '../ids.ts';
import type { DigestStory, Heading, PostContent } from '../storage/postContent.ts';
import { onlyOf, withoutTakenOut } from './takenOut.ts';

/** Whether an article belongs to the outlet that asked to be forgotten. */
export type Belongs = (article: { articleId?: ArticleId; url: string }) => boolean;

/**
 * Removes everything of an outlet; undefined if there is nothing to remove. With `posted`, readers have seen the
 * message, so its places stay and say that something was removed; otherwise stories under the outlet's headline are
 * dropped.
 */
export function withoutOutlet<Content extends PostContent>(
  content: Content,
  belongs: Belongs,
  { posted }: { posted: boolean },
): Content | undefined {
  const { earlierCorrections = [], reports = {} } = content;
  const others = [...content.also, ...earlierCorrections, ...Object.values(reports).flat()];
  if (!content.places.some((place) => holds(place, belongs)) && !others.some(belongs)) return undefined;
  const seen = withoutTakenOut(content);
  const shows = (place: DigestStory) => said(place).some(belongs) || seen.reports?.[place.storyId]?.some(belongs);
  const places = content.places.flatMap((place, nth) => {
    const shown = seen.places[nth] ?? place;
    if (!posted && belongs(shown)) return [];
    if (shows(shown)) return [{ ...without(place, belongs), ...(posted ? { removed: true } : {}) }];
    return [holds(place, belongs) ? without(place, belongs) : place];
  });
  const also = content.also.filter((line) => !belongs(line));
  const corrections = earlierCorrections.filter((correction) => !belongs(correction));
  const paywalled = content.paywalled?.filter((url) => !belongs({ url }));
  const left = Object.entries(reports).map(([id, all]) => [id, all.filter((report) => !belongs(report))] as const);
  const changed = { ...content, places, also, earlierCorrections: corrections, paywalled };
  return content.reports === undefined ? changed : { ...changed, reports: Object.fromEntries(left) };
}

/** Everything in a place that comes from an article. */
const said = ({ sentences, corrections = [], changed, told, ...heading }: DigestStory) => [
  ...[heading, ...sentences, ...corrections, ...(changed?.values ?? [])],
  ...(told?.headline ? [told.headline] : []),
];

/** Whether the place stores anything of the outlet, even if members took it out. */
const holds = (place: DigestStory, belongs: Belongs): boolean => {
  const { articles = [], heading } = place.takenOut ?? {};
  return [...said(place), ...articles, ...(heading ? [heading] : [])].some(belongs);
};

const noHeading: Heading = { title: '', url: '', articleId: '', outlet: '' };

function without(place: DigestStory, belongs: Belongs): DigestStory {
  const { takenOut, told } = place;
  const heading = takenOut?.heading && belongs(takenOut.heading) ? noHeading : takenOut?.heading;
  const articles = takenOut?.articles.filter((article) => !belongs(article)) ?? [];
  return {
    ...onlyOf(place, (article) => !belongs(article)),
    ...(belongs(place) ? noHeading : {}),
    ...(told?.headline && belongs(told.headline) ? { told: { ...told, headline: undefined } } : {}),
    ...(takenOut ? { takenOut: { ...takenOut, articles, heading } } : {}),
  };
}
