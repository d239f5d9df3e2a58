import type { ChildProcessWithoutNullStreams } from 'node:child_process';

/** What a command says until it ends. */
export async function outputOf(child: ChildProcessWithoutNullStreams) {
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, out, errors };
}
