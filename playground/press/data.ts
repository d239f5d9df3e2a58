import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Reads a data file of the press. Throws an error that names the file and its faults. */
export function readData<T>(file: URL, shape: z.ZodType<T>): T {
  const name = basename(fileURLToPath(file));
  try {
    const checked = shape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (checked.success) return checked.data;
    throw new Error(z.prettifyError(checked.error));
  } catch (error) {
    throw new Error(`${name} of the sample press can't be used: ${(error as Error).message}`, { cause: error });
  }
}
