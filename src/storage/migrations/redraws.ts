import type { Kysely } from 'kysely';
import type { DigestPlace, Report, Telling } from '../telling.ts';

type Old = Omit<DigestPlace, 'takenOut'> & {
  takenOut?: { articles: unknown; place?: Omit<DigestPlace, 'takenOut'>; reports?: readonly Report[] };
};

/**
 * Places from which members took articles out held a copy of themselves from before. Now the place itself is whole, and
 * notes what is left out when it is drawn.
 */
export async function makePlacesWhole(given: Kysely<unknown>): Promise<void> {
  const db = given.withTables<{ deliveries: { id: string; content: string } }>();
  const rows = await db
    .selectFrom('deliveries')
    .select(['id', 'content'])
    .where('content', 'like', '%"takenOut":%')
    .execute();
  for (const { id, content } of rows) {
    const whole = JSON.stringify(withWholePlaces(JSON.parse(content)));
    await db.updateTable('deliveries').set({ content: whole }).where('id', '=', id).execute();
  }
}

function withWholePlaces(content: Telling): object {
  const reports = { ...content.reports };
  const places = content.places?.map((place: Old) => {
    const { articles, place: before, reports: listed = [] } = place.takenOut ?? {};
    if (before === undefined) return place;
    const joined = (reports[place.storyId] ?? []).filter(({ url }) => !listed.some((one) => one.url === url));
    if (place.storyId in reports) reports[place.storyId] = [...listed, ...joined].sort((a, b) => a.at - b.at);
    const { articleId, title, url, outlet } = place;
    const outlets = Math.max(before.outlets, place.outlets);
    const voices = Math.max(before.voices, place.voices);
    const fewer = { outlets: outlets - place.outlets, voices: voices - place.voices };
    const heading = url === before.url ? {} : { heading: { articleId, title, url, outlet } };
    return { ...before, outlets, voices, takenOut: { articles, ...heading, fewer } };
  });
  return { ...content, places, ...(content.reports ? { reports } : {}) };
}
