import manifest from '../../package.json' with { type: 'json' };

export const { version } = manifest;

/** The user agent in publishers' logs: Lede, the operator's contact, and the number of subscribers. */
export function agentOf(contact: string | undefined, subscribers?: number): string {
  const facts = [
    ...(contact === undefined ? [] : [`+${contact}`]),
    ...(subscribers === undefined ? [] : [`${subscribers} subscribers`]),
  ];
  return `Lede/${version}${facts.length === 0 ? '' : ` (${facts.join('; ')})`}`;
}
