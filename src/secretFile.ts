import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Maximum size of the file; no token or address is longer. */
const bytesMax = 4_096;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EACCES: 'this user may not read',
  ENAMETOOLONG: 'is not there',
};

/**
 * The trimmed content of the file that `<setting>_FILE` names, or the problem as a sentence. The sentence doesn't show
 * the path, because an operator may have put the secret itself there.
 */
export function readSecret(setting: string, path: string): { value: string } | { problem: string } {
  const refused = (why: string) => ({ problem: `${setting}_FILE names a file that ${why}.` });
  let fd: number | undefined;
  try {
    // Opening a pipe that nobody writes to would block the start.
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
