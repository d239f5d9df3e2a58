import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

/** As package.json states it. */
export const { version } = manifest;

/** What publishers read in their logs: who asks, how to reach the operator, and for how many channels. */
export function agentOf(contact: string | undefined, subscribers?: number): string {
  const facts = [
    ...(contact === undefined ? [] : [`+${contact}`]),
    ...(subscribers === undefined ? [] : [`${subscribers} subscribers`]),
  ];
  return `Lede/${version}${facts.length === 0 ? '' : ` (${facts.join('; ')})`}`;
}
