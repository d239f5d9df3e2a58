import manifest from '../package.json' with { type: 'json' };

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
