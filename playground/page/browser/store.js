/**
 * @import { ActAnswer, PageEvent, PageLife, PageState, WireCommand, WireMessage } from '../protocol.ts'
 */

import { say } from './words.js';

const reloadMs = 2_000;

/** The page's data. `state` and `commands` are those of the visitor's current person. */
export const store = {
  /** @type {PageState | undefined} */
  state: undefined,
  /** @type {string | undefined} */
  userId: undefined,
  /** Id of the open channel, or the name of one of the page's own. @type {string | undefined} */
  channelId: undefined,
  /** @type {WireCommand[]} */
  commands: [],
  /** Messages of the open channel by id, oldest first. @type {Map<string, WireMessage>} */
  messages: new Map(),
  /** Waiting or failed interactions. @type {Map<string, PageLife>} */
  lives: new Map(),
  /** Number of new messages by channel, except the open one. @type {Map<string, number>} */
  unread: new Map(),
  /** Which digest #every-item is about. @type {{ channelId: string, until: number } | undefined} */
  compared: undefined,
};

/** The state. Throws before the page is connected. @returns {PageState} */
export function known() {
  if (store.state === undefined) throw new Error('The page is not connected yet.');
  return store.state;
}

/** A channel's title as Discord shows it. @param {import('../protocol.ts').PageChannel} channel */
export function titleOf({ kind, name }) {
  if (kind === 'dm') return `@${name}`;
  return ['voice', 'forum', 'thread'].includes(kind) ? name : `#${name}`;
}

/** Channels that exist on this page only: what a plain feed bot would post, and the digest of the visitor's own feeds. */
export const pageChannels = ['every-item', 'your-feeds'];

/** @param {string} id */
export function channelOf(id) {
  return store.state?.channels.find((channel) => channel.id === id);
}

/** Stores a channel that is new or has changed. @param {import('../protocol.ts').PageChannel} channel */
export function takeChannel(channel) {
  const { channels } = known();
  const index = channels.findIndex(({ id }) => id === channel.id);
  if (index < 0) channels.push(channel);
  else channels[index] = channel;
}

/** Number of unread messages in a channel; for a forum, in all of its posts. @param {string} id */
export function unreadOf(id) {
  const posts = channelOf(id)?.kind === 'forum' ? known().channels.filter(({ parentId }) => parentId === id) : [];
  return [id, ...posts.map((post) => post.id)].reduce((sum, one) => sum + (store.unread.get(one) ?? 0), 0);
}

/** @param {string} id */
export function userOf(id) {
  return store.state?.users.find((user) => user.id === id);
}

/**
 * @template T
 * @param {string} path
 * @param {Record<string, string | number>} query
 * @returns {Promise<T>}
 */
export async function ask(path, query) {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const response = await fetch(`page/${path}?${search}`);
  if (!response.ok) throw new Error(`page/${path}: ${response.status}`);
  return response.json();
}

/**
 * Performs an act as the visitor's current person.
 * @param {'run' | 'type' | 'menu' | 'click' | 'choose' | 'submit' | 'say' | 'locale' | 'permit' | 'skip' | 'start-again'} act
 * @param {object} body
 * @returns {Promise<ActAnswer>}
 */
export async function act(act, body) {
  const place = { user: store.userId, channel: store.channelId };
  const response = await fetch(`page/${act}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...place, ...body }),
  });
  if (!response.ok) return { kind: 'refused', reason: say().notTaken };
  return response.json();
}

/**
 * Uploads a file for an option of the next command.
 * @param {File} file
 * @returns {Promise<ActAnswer>}
 */
export async function attach(file) {
  const { name, type } = file;
  const query = new URLSearchParams({ user: store.userId ?? '', channel: store.channelId ?? '', name, type });
  const response = await fetch(`page/attach?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => undefined);
  if (response?.ok !== true) {
    const tooLarge = response === undefined || response.status === 413;
    return { kind: 'refused', reason: tooLarge ? say().tooLarge : say().notTaken };
  }
  return response.json();
}

/**
 * Subscribes to the server's events; each goes to the listener of its type.
 * @param {{ [T in PageEvent['type']]: (event: Extract<PageEvent, { type: T }>) => void }} listeners
 * @param {(open: boolean) => void} onConnection
 * @returns {() => void} ends it
 */
export function follow(listeners, onConnection) {
  const source = new EventSource(`page/events${store.userId === undefined ? '' : `?user=${store.userId}`}`);
  for (const [type, listener] of Object.entries(listeners)) {
    source.addEventListener(type, (event) => listener(JSON.parse(event.data)));
  }
  source.addEventListener('open', () => onConnection(true));
  source.addEventListener('error', () => {
    onConnection(false);
    // The browser reconnects by itself, unless a restarted playground refused, which does not know the person's id.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), reloadMs);
  });
  return () => source.close();
}
