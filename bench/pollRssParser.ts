/** Polls like most feed bots: rss-parser's parseURL for every feed, sixteen at once, and a JSON file of seen guids. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Parser from 'rss-parser';
import { contend, inLanes } from './pollPhase.ts';

contend(async (urls, folder) => async () => {
  const file = join(folder, 'seen.json');
  const seen: Record<string, string[]> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const parser = new Parser();
  await inLanes(urls, async (url) => {
    try {
      const feed = await parser.parseURL(url);
      const known = new Set(seen[url]);
      for (const item of feed.items) known.add(item.guid ?? item.id ?? item.link ?? '');
      seen[url] = [...known];
    } catch {
      // rss-parser can't read RDF and JSON feeds. They cost it only the request, which makes its figures look better.
      seen[url] ??= [];
    }
  });
  writeFileSync(file, JSON.stringify(seen));
  return Object.values(seen).reduce((sum, guids) => sum + guids.length, 0);
});
