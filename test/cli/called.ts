import { type CliCommand, exitCodeAfter } from '../../src/cli/command.ts';

/** Runs a command in this process. Returns its exit code, its output and its error output. */
export async function called(command: CliCommand, words: readonly string[], environment: Record<string, string> = {}) {
  const said = { out: '', errors: '' };
  const code = await exitCodeAfter(command, {
    words,
    environment,
    say: (text) => {
      said.out += text;
    },
    complain: (line) => {
      said.errors += `${line}\n`;
    },
    progress: () => {},
  });
  return { code, ...said };
}
