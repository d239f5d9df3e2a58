/** Lower bound for a conditional poll: undici sends the requests, and every body is discarded unread. */
import { Agent, request } from 'undici';
import { contend, inLanes } from './pollPhase.ts';

contend(async (urls) => {
  const dispatcher = new Agent({ connections: 16 });
  const etags = new Map<string, string>();
  return async () => {
    await inLanes(urls, async (url) => {
      const known = etags.get(url);
      const headers = {
        'user-agent': 'bound',
        'accept-encoding': 'gzip',
        ...(known === undefined ? {} : { 'if-none-match': known }),
      };
      const response = await request(url, { dispatcher, headers });
      const { etag } = response.headers;
      if (typeof etag === 'string') etags.set(url, etag);
      await response.body.dump();
    });
    return 0;
  };
});
