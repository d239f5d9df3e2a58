import { join } from 'node:path';
import { move } from '../../src/cli/move.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { called } from './called.ts';

export const moving = (from: string, to: string) => called(move, ['--from', from, '--to', to]);

/** Fills a database with this many rows. Returns its URL. */
export async function filled(url: string, rows: number): Promise<string> {
  const storage = await openStorage({ url, now: () => 0 });
  const values = Array.from({ length: rows }, (_, key) => ({ key: `${key}`, value: 'x'.repeat(2_000) }));
  await storage.keyv<string>('ballast').setMany(values);
  await storage.close();
  return url;
}
export const newFile = () => `file:${join(scratchFolder(), 'lede.db')}`;
