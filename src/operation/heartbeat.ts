import type { Log } from '../log.ts';
import type { Loop } from '../loop.ts';
import { agentOf } from '../version.ts';
import { createFetcher, type FetchOutcome } from '../web/fetch.ts';

export interface HeartbeatParts {
  /** A secret: who knows it can pretend that Lede lives. */
  url: string;
  contact?: string;
  /** Empty while this process is ready. */
  hindrances(): Promise<readonly string[]>;
  log: Log;
}

/** Nobody reads it. */
const bytesMax = 64 * 1024;

const isHeard = (outcome: FetchOutcome) =>
  outcome.kind !== 'failed' && outcome.kind !== 'notModified' && outcome.status < 300;

/**
 * Asks the operator's address once a minute while this process is ready; where the requests stop, somebody outside is
 * told, even if the whole machine is gone. Never fails, since nothing of Lede's work depends on it.
 */
export function createHeartbeat({ url, contact, hindrances, log }: HeartbeatParts): Loop & { end(): Promise<void> } {
  const { hostname, port, protocol } = new URL(url);
  const origin = `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
  // The address is the operator's own, and may be one of their network.
  const fetcher = createFetcher({ userAgent: agentOf(contact), privateOrigins: [origin] });
  let wasHeard = true;
  return {
    name: 'heartbeat',
    every: '23 * * * * *',
    async run() {
      if ((await hindrances()).length > 0) return 0;
      const outcome = await fetcher.get(url, { accept: '*/*', bytesMax, enough: 1 });
      const heard = isHeard(outcome);
      // Each change once, and without the address, which the reasons name.
      if (!heard && wasHeard) {
        const code = outcome.kind === 'failed' ? outcome.code : outcome.status;
        log.warn({ code }, 'the address in LEDE_HEARTBEAT_URL did not take the heartbeat');
      }
      if (heard && !wasHeard) log.info({}, 'the address in LEDE_HEARTBEAT_URL takes the heartbeat again');
      wasHeard = heard;
      return 0;
    },
    end: () => fetcher.close(),
  };
}
