import type { Log } from '../log.ts';
import type { Loop } from '../schedule/loop.ts';
import { createFetcher, type FetchOutcome } from '../web/fetch.ts';
import { agentOf } from '../web/version.ts';

export interface HeartbeatParts {
  /** A secret: anybody who knows it can fake heartbeats. */
  url: string;
  contact?: string;
  /** Reasons why this process is not ready; empty if it is. */
  hindrances(): Promise<readonly string[]>;
  log: Log;
}

/** Maximum size of a response in bytes. Its body is ignored. */
const bytesMax = 64 * 1024;

const isHeard = (outcome: FetchOutcome) =>
  outcome.kind !== 'failed' && outcome.kind !== 'notModified' && outcome.status < 300;

/**
 * Requests the operator's URL once a minute while this process is ready. When the requests stop, the monitor alerts
 * somebody, even if the whole machine is down. Never fails, so that Lede's work doesn't depend on it.
 */
export function createHeartbeat({ url, contact, hindrances, log }: HeartbeatParts): Loop & { end(): Promise<void> } {
  const { hostname, port, protocol } = new URL(url);
  const origin = `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
  // The URL may lead into a private network, because the operator chose it.
  const fetcher = createFetcher({ userAgent: agentOf(contact), privateOrigins: [origin] });
  let wasHeard = true;
  return {
    name: 'heartbeat',
    every: '23 * * * * *',
    async run() {
      if ((await hindrances()).length > 0) return 0;
      const outcome = await fetcher.get(url, { accept: '*/*', bytesMax, enough: 1 });
      const heard = isHeard(outcome);
      // Logs each change once, and only a code, because the whole reason contains the secret URL.
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
