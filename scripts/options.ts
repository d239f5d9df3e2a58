import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** Parses a script's arguments. Exits with 0 after `--help`, and with 2 and the usage after an unknown argument. */
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
