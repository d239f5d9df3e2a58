import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupFile } from '../../src/storage/sqlite/backup.ts';
import { checkIntegrity } from '../../src/storage/sqlite/integrity.ts';
import { failure, openNotes, scratchFolder } from './scratch.ts';
import { smallDisk } from './smallDisk.ts';

const note = (id: number) => ({ id: `${id}`, text: 'x'.repeat(500), amount: id });

describe('a backup', () => {
  test.each([
    ['a file', (folder: string) => `file:${join(folder, 'lede.db')}`],
    ['memory', () => ':memory:'],
  ])('of a database in %s is one sound file that opens with the same rows', async (_name, urlIn) => {
    const folder = scratchFolder();
    const { db, backupTo } = await openNotes({ url: urlIn(folder) });
    await db
      .insertInto('notes')
      .values(Array.from({ length: 500 }, (_, id) => note(id)))
      .execute();
    await backupTo(join(folder, 'copies', 'copy.db'));
    expect(readdirSync(join(folder, 'copies'))).toEqual(['copy.db']);
    const copy = await openNotes({ url: `file:${join(folder, 'copies', 'copy.db')}` });
    expect(await copy.db.selectFrom('notes').selectAll().orderBy('amount').execute()).toEqual(
      Array.from({ length: 500 }, (_, id) => note(id)),
    );
  });

  test('holds the state of one moment while the database is written, and takes the place of an older one', async () => {
    const folder = scratchFolder();
    const target = join(folder, 'copy.db');
    const { db, backupTo, transaction } = await openNotes({ url: `file:${join(folder, 'lede.db')}` });
    await db.insertInto('notes').values(note(0)).execute();
    await backupTo(target);
    let going = true;
    const copied = backupTo(target).finally(() => {
      going = false;
    });
    let last = 0;
    while (going) {
      last += 2;
      await transaction(
        async (trx) =>
          void (await trx
            .insertInto('notes')
            .values([note(last - 1), note(last)])
            .execute()),
      );
      await new Promise(setImmediate);
    }
    await copied;
    const copy = await openNotes({ url: `file:${target}` });
    const ids = (await copy.db.selectFrom('notes').select('amount').orderBy('amount').execute()).map(
      (row) => row.amount,
    );
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, id) => id));
    expect(ids.length % 2).toBe(1);
    expect(ids.length).toBeLessThanOrEqual(last + 1);
  });

  test('that cannot be written fails with a sentence and leaves the older copy as it was', async () => {
    const folder = scratchFolder();
    const { backupTo } = await openNotes({ url: `file:${join(folder, 'lede.db')}` });
    writeFileSync(join(folder, 'file'), '');
    expect(await failure(backupTo(join(folder, 'file', 'copy.db')))).toBe('unopenable');
    symlinkSync(join(folder, 'loop'), join(folder, 'loop'));
    expect(await failure(backupTo(join(folder, 'loop', 'copy.db')))).toBe('unopenable');
    expect(await failure(backupTo(join(folder, 'n'.repeat(300))))).toBe('unopenable');
    mkdirSync(join(folder, 'taken'));
    await expect(backupTo(join(folder, 'taken'))).rejects.toThrow('check its folder and free space');
    expect(existsSync(join(folder, 'taken.partial'))).toBe(false);
  });

  test('to a full disk names the copy, not the disk of the database', async (context) => {
    const full = smallDisk(1);
    if (full === undefined) return context.skip('no small file system can be mounted here');
    const { db, backupTo } = await openNotes({ url: `file:${join(scratchFolder(), 'lede.db')}` });
    await db
      .insertInto('notes')
      .values(Array.from({ length: 200 }, (_, id) => ({ ...note(id), text: 'x'.repeat(10_000) })))
      .execute();
    const copy = join(full, 'copy.db');
    await expect(backupTo(copy)).rejects.toThrow(
      `The backup ${copy} cannot be written; check its folder and free space.`,
    );
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
    const { db, backupTo, integrityProblems } = await openNotes({ url: `file:${path}` });
    await db.insertInto('notes').values(note(0)).execute();
    symlinkSync(path, join(folder, 'link.db'));
    linkSync(path, join(folder, 'hard.db'));
    symlinkSync(folder, join(folder, 'folder'));
    const before = readdirSync(folder);
    await expect(backupTo(join(folder, target))).rejects.toMatchObject({
      code: 'bad-location',
      message: expect.stringContaining('Name another file'),
    });
    expect(readdirSync(folder)).toEqual(before);
    await db.insertInto('notes').values(note(1)).execute();
    expect(await db.selectFrom('notes').select('id').execute()).toHaveLength(2);
    expect(await integrityProblems()).toEqual([]);
  });

  test('of a damaged database is not kept', async () => {
    const folder = scratchFolder();
    const path = join(folder, 'lede.db');
    const database = await openNotes({ url: `file:${path}` });
    await database.db
      .insertInto('notes')
      .values(Array.from({ length: 500 }, (_, id) => note(id)))
      .execute();
    await database.close();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 40_960, 45_056);
    writeFileSync(path, bytes);
    expect(await checkIntegrity(path)).not.toEqual([]);
    expect(await failure(backupFile(path, join(folder, 'copy.db')))).toBe('corrupt');
    expect(existsSync(join(folder, 'copy.db'))).toBe(false);
  });
});

describe('the integrity check', () => {
  test('finds a sound database in use sound, and a file that is none not', async () => {
    const folder = scratchFolder();
    const { db, integrityProblems } = await openNotes({ url: `file:${join(folder, 'lede.db')}` });
    await db.insertInto('notes').values(note(1)).execute();
    expect(await integrityProblems()).toEqual([]);
    writeFileSync(join(folder, 'text.db'), 'no database '.repeat(1_000));
    expect(await checkIntegrity(join(folder, 'text.db'))).toEqual(['file is not a database']);
  });
});
