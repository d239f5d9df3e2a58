import type { Storage } from '../../src/storage/storage.ts';

/** The outlet corrects the stored article, as a poll finds out. Returns how many messages told it. */
export async function correct({ records }: Storage, id: string, text: string, at: number): Promise<number> {
  const [article] = await records.articles.byIds([id]);
  if (article === undefined) throw new Error(`no article ${id}`);
  const { title, url } = article;
  await records.articles.change(id, { title, url, correction: { kind: 'corrected', text, at } });
  return records.edits.queueFacts({ articleIds: [id] }, 0, at);
}
