import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** The words of a script for developers. Ends it with 0 after `--help`, and with 2 and the usage after a wrong word. */
export function optionsOf<Options extends ParseArgsOptionsConfig>(
  usage: string,
  options: Options,
  allowPositionals = false,
) {
  if (process.argv.includes('--help')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ options, allowPositionals });
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exit(2);
  }
}
