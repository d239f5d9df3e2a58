/** Less says nothing of a topic. */
const shareMin = 0.1;

/** What the topic model says of an article, as one column. */
export function formatShares(shares: ReadonlyMap<string, number>): string {
  const said = [...shares].filter(([, share]) => share >= shareMin);
  return said.map(([topicId, share]) => `${topicId}:${share.toFixed(2)}`).join(' ');
}

export function parseShares(stored: string): ReadonlyMap<string, number> {
  if (stored === '') return new Map();
  return new Map(
    stored.split(' ').map((part): [string, number] => {
      const [topicId = '', share] = part.split(':');
      return [topicId, Number(share)];
    }),
  );
}
