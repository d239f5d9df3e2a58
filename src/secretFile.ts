import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** No token and no address is longer. */
const bytesMax = 4_096;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EACCES: 'this user may not read',
  ENAMETOOLONG: 'is not there',
};

/**
 * What stands in the file that `<setting>_FILE` names, without white space at its ends; else the problem as a sentence.
 * That doesn't show the path, because it may be the secret itself, put into the wrong setting.
 */
export function readSecret(setting: string, path: string): { value: string } | { problem: string } {
  const refused = (why: string) => ({ problem: `${setting}_FILE names a file that ${why}.` });
  let fd: number | undefined;
  try {
    // A pipe that nobody writes to would hold the start.
    fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const file = fstatSync(fd);
    if (!file.isFile()) return refused('is no ordinary file');
    if (file.size > bytesMax) return refused(`has more than ${bytesMax} bytes, so it holds something else`);
    const bytes = Buffer.alloc(bytesMax);
    const value = bytes.toString('utf8', 0, readSync(fd, bytes)).trim();
    return value === '' ? refused('is empty') : { value };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return refused(reasons[code] ?? `can't be read (${code})`);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}
