import type { ServerResponse } from 'node:http';
import type { ServerEvent } from '../discord/context.ts';
import type { PageChannel, PageEvent, PageLife } from './protocol.ts';
import { channelView, type PageParts, sees, viewFor } from './view.ts';

const listenersMax = 50;
const beatMs = 20_000;

export type Live = ReturnType<typeof createLive>;

/** Sends each open page the events that its user may see. */
export function createLive(parts: PageParts) {
  const pages = new Map<ServerResponse, string>();
  const write = (response: ServerResponse, event: PageEvent) => {
    response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  };
  /** Sends every page its state again. */
  const refresh = () => {
    for (const [response, userId] of pages) write(response, { type: 'state', state: viewFor(parts, userId) });
  };
  const off = parts.server.on((event) => {
    const channel = event.type === 'channel' && parts.server.world.channels.get(event.channelId);
    // Other changes may hide a channel from the user, so the page gets the whole state again.
    const isSmall = channel && (event.change === 'created' || channel.thread !== undefined);
    if (event.type === 'guild' || (event.type === 'channel' && !isSmall)) return refresh();
    for (const [response, userId] of pages) {
      const told = eventFor(parts, userId, event);
      if (told !== undefined) write(response, told);
      const changed = changedChannel(parts, userId, event);
      if (changed !== undefined) write(response, { type: 'channel', channel: changed });
    }
  });
  const send = (event: PageEvent) => {
    for (const response of pages.keys()) write(response, event);
  };
  const sendClock = () => send({ type: 'clock', clock: { now: parts.clock.now(), running: parts.clock.running() } });
  parts.clock.onChange(sendClock);
  // Keeps the connection alive and the page's clock right.
  const beat = setInterval(sendClock, beatMs);
  beat.unref();
  return {
    /** Streams events to a page until it closes; false if too many are open. */
    add(userId: string, response: ServerResponse): boolean {
      if (pages.size >= listenersMax) return false;
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      // `viewFor` may create a DM channel. It runs before the page is added, so that the page gets no event about it.
      const state = viewFor(parts, userId);
      pages.set(response, userId);
      response.on('close', () => pages.delete(response));
      write(response, { type: 'state', state });
      return true;
    },
    send,
    refresh,
    close() {
      off();
      clearInterval(beat);
      for (const response of pages.keys()) response.end();
    },
  };
}

/** The channel that an event created or changed, or the thread that got a message; undefined if there is none. */
function changedChannel(parts: PageParts, userId: string, event: ServerEvent): PageChannel | undefined {
  if (event.type !== 'channel' && event.type !== 'message') return undefined;
  const channel = parts.server.world.channels.get(event.channelId);
  if (channel === undefined || (event.type === 'message' && channel.thread === undefined)) return undefined;
  return channelView(parts, channel, userId);
}

function eventFor(parts: PageParts, userId: string, event: ServerEvent): PageEvent | undefined {
  switch (event.type) {
    case 'message':
    case 'private': {
      const { change, channelId, message } = event;
      const isTheirs = event.type === 'private' ? event.userId === userId : sees(parts, userId, channelId);
      return isTheirs ? { type: 'message', change, channelId, message } : undefined;
    }
    case 'interaction': {
      const { life } = event;
      if (life.origin.userId !== userId || life.origin.kind === 'autocomplete') return undefined;
      const state: PageLife['state'] =
        life.answer === undefined ? 'waiting' : life.answer.kind === 'failed' ? 'failed' : 'answered';
      return {
        type: 'life',
        life: { id: life.origin.id, channelId: life.origin.channelId, name: life.origin.name, state },
      };
    }
    case 'commands':
      return { type: 'commands' };
    default:
      return undefined;
  }
}
