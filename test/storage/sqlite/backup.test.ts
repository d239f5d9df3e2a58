import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupFile } from '../../../src/storage/sqlite/backup.ts';
import { checkIntegrity } from '../../../src/storage/sqlite/integrity.ts';
import { failure, openNotes, refused, scratchFolder } from '../scratch.ts';
import { smallDisk } from '../smallDisk.ts';

const note = (id: number) => ({ id: `${id}`, text: 'x'.repeat(500), amount: id });
const manyNotes = Array.from({ length: 500 }, (_, id) => note(id));

async function open(path: string, rows = [note(0)]) {
  const database = await openNotes({ url: `file:${path}` });
  await database.db.insertInto('notes').values(rows).execute();
  return database;
}

const amountsIn = async (path: string) => {
  const { db } = await openNotes({ url: `file:${path}` });
  return (await db.selectFrom('notes').select('amount').orderBy('amount').execute()).map(({ amount }) => amount);
};

describe('a backup', () => {
  test('holds the state of one moment while the database is written, and takes the place of an older one', async () => {
    const folder = scratchFolder();
    const path = join(folder, 'lede.db');
    const target = join(folder, 'copies', 'copy.db');
    mkdirSync(join(folder, 'copies'));
    const { transaction } = await open(path);
    await backupFile(path, target);
    let going = true;
    const copied = backupFile(path, target).finally(() => (going = false));
    let last = 0;
    while (going) {
      last += 2;
      const two = [note(last - 1), note(last)];
      await transaction((trx) => trx.insertInto('notes').values(two).execute());
      await new Promise(setImmediate);
    }
    await copied;
    expect(readdirSync(join(folder, 'copies'))).toEqual(['copy.db']);
    const amounts = await amountsIn(target);
    expect(amounts).toEqual(Array.from({ length: amounts.length }, (_, id) => id));
    expect(amounts.length % 2).toBe(1);
    expect(amounts.length).toBeLessThanOrEqual(last + 1);
  });

  test('that cannot be written fails with a sentence and leaves the older copy as it was', async () => {
    const folder = scratchFolder();
    const path = join(folder, 'lede.db');
    await open(path);
    writeFileSync(join(folder, 'file'), '');
    symlinkSync(join(folder, 'loop'), join(folder, 'loop'));
    for (const target of [join('file', 'copy.db'), join('loop', 'copy.db'), 'n'.repeat(300)])
      expect(await failure(backupFile(path, join(folder, target)))).toBe('unopenable');
    mkdirSync(join(folder, 'taken'));
    await expect(backupFile(path, join(folder, 'taken'))).rejects.toThrow('check its folder and free space');
    expect(existsSync(join(folder, 'taken.partial'))).toBe(false);
  });

  test('to a full disk names the copy, not the disk of the database', async (context) => {
    const full = smallDisk(1);
    if (full === undefined) return context.skip('no small file system can be mounted here');
    const path = join(scratchFolder(), 'lede.db');
    const large = manyNotes.map((one) => ({ ...one, text: 'x'.repeat(10_000) }));
    await open(path, large);
    const copy = join(full, 'copy.db');
    const words = `The backup ${copy} cannot be written; check its folder and free space.`;
    await expect(backupFile(path, copy)).rejects.toThrow(words);
    expect(readdirSync(full)).toEqual([]);
  });

  test.each([
    ['itself', 'lede.db'],
    ['a file that SQLite keeps beside it', 'lede.db-wal'],
    ['a file that SQLite makes beside it', 'lede.db-journal'],
    ['its lock', 'lede.db.lock'],
    ['itself by a link', 'link.db'],
    ['itself by another name', 'hard.db'],
    ['itself through a link to its folder', join('folder', 'lede.db')],
    ['what the copy is called until it is whole', 'named'],
  ])('in the place of the database is refused and changes nothing: %s', async (_name, target) => {
    const folder = scratchFolder();
    const path = join(folder, target === 'named' ? 'named.partial' : 'lede.db');
    const { db, integrityProblems } = await open(path);
    symlinkSync(path, join(folder, 'link.db'));
    linkSync(path, join(folder, 'hard.db'));
    symlinkSync(folder, join(folder, 'folder'));
    const before = readdirSync(folder);
    await refused(backupFile(path, join(folder, target)), 'bad-location', 'Name another file');
    expect(readdirSync(folder)).toEqual(before);
    await db.insertInto('notes').values(note(1)).execute();
    expect(await db.selectFrom('notes').select('id').execute()).toHaveLength(2);
    expect(await integrityProblems()).toEqual([]);
  });

  test('of a damaged database is not kept', async () => {
    const folder = scratchFolder();
    const path = join(folder, 'lede.db');
    const { close } = await open(path, manyNotes);
    await close();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 40_960, 45_056);
    writeFileSync(path, bytes);
    expect(await checkIntegrity(path)).not.toEqual([]);
    expect(await failure(backupFile(path, join(folder, 'copy.db')))).toBe('corrupt');
    expect(existsSync(join(folder, 'copy.db'))).toBe(false);
  });
});

test('the integrity check finds a file that isn’t a database', async () => {
  const path = join(scratchFolder(), 'text.db');
  writeFileSync(path, 'no database '.repeat(1_000));
  expect(await checkIntegrity(path)).toEqual(['file is not a database']);
});
