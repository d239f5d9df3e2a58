import { announce, fill, h } from './dom.js';
import { drawnMessageElement, thinking } from './message.js';
import { known, store } from './store.js';
import { say } from './words.js';

/** @import { OwnFeedsLine } from '../protocol.ts' */

const addressesMax = 4_000;

/** The typed addresses, and the last line of the answer. Kept while the visitor looks at other channels. */
const state = {
  addresses: '',
  /** @type {OwnFeedsLine | 'failed' | undefined} */
  last: undefined,
};

/** @param {OwnFeedsLine} line */
function progressOf(line) {
  if (line.kind === 'looking') return say().lookingAt({ nth: line.nth, of: line.of, url: line.url });
  return line.kind === 'reading' ? say().readingFeeds({ articles: line.articles, stories: line.stories }) : '';
}

const isWaiting = () =>
  typeof state.last === 'object' && (state.last.kind === 'looking' || state.last.kind === 'reading');

/** @param {string} addresses @param {(line: OwnFeedsLine) => void} take */
async function read(addresses, take) {
  const response = await fetch('page/own-feeds', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: known().me.id, addresses }),
  });
  if (!response.ok || response.body === null) throw new Error(`page/own-feeds: ${response.status}`);
  let rest = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(JSON.parse(line));
  }
}

/** Draws the channel that makes a digest of the visitor's own sites or feeds. @param {HTMLElement} list */
export function drawOwnFeeds(list) {
  const result = h('div', { class: 'own-result' });
  const button = h('button', { type: 'submit', class: 'button primary' }, say().makeDigest);
  const field = h('textarea', {
    rows: 3,
    maxlength: addressesMax,
    required: true,
    spellcheck: 'false',
    placeholder: 'example.org\nhttps://example.com/feed.xml',
  });
  field.value = state.addresses;
  field.addEventListener('input', () => {
    state.addresses = field.value;
  });
  const draw = () => {
    if (!list.contains(result)) return;
    button.disabled = isWaiting();
    fill(result, ...resultOf());
  };
  const take = (/** @type {OwnFeedsLine | 'failed'} */ line) => {
    state.last = line;
    if (store.channelId !== 'your-feeds') return;
    if (list.contains(result)) draw();
    else drawOwnFeeds(list);
    if (typeof line === 'object' && line.kind === 'digest') announce(say().ownDigestIsThere);
  };
  const form = h(
    'form',
    {
      class: 'intro own-feeds',
      onsubmit: async (/** @type {Event} */ event) => {
        event.preventDefault();
        take({ kind: 'reading', articles: 0, stories: 0 });
        await read(field.value, take).catch(() => {});
        // The answer broke off.
        if (isWaiting()) take('failed');
      },
    },
    h('label', {}, say().ownFeedsWhy, field),
    button,
  );
  fill(list, h('li', {}, form, result));
  draw();
}

/** @returns {(Node | string)[]} */
function resultOf() {
  const { last } = state;
  if (last === undefined) return [];
  if (last === 'failed') return [h('p', { class: 'intro' }, say().notTaken)];
  if (last.kind === 'busy') return [h('p', { class: 'intro' }, say().ownFeedsBusy)];
  if (last.kind !== 'digest') return [h('div', { class: 'intro' }, thinking(progressOf(last)))];
  const { messages, failures, declined, offline } = last;
  if (offline) return [h('p', { class: 'intro' }, say().offline)];
  return [
    ...messages.map(drawnMessageElement),
    ...(messages.length === 0 ? [h('p', { class: 'intro' }, say().noFeedThere)] : []),
    linesOf(
      say().notRead,
      failures.map(({ url, reason }) => `${url}: ${reason}`),
    ),
    linesOf(
      say().notAllowed,
      declined.map(({ outlet, what }) => `${outlet}: ${what.join(', ')}`),
    ),
  ];
}

/** @param {string} heading @param {string[]} lines */
function linesOf(heading, lines) {
  if (lines.length === 0) return '';
  return h(
    'div',
    { class: 'intro' },
    h('b', {}, heading),
    h(
      'ul',
      {},
      lines.map((line) => h('li', {}, line)),
    ),
  );
}
