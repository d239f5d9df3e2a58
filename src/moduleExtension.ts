import { extname } from 'node:path';

/** `.ts` in a checkout, `.js` in the built package: for modules that are found by name when Lede runs. */
export const moduleExtension = extname(import.meta.filename);
