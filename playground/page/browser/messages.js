import { announce, byId, fill, h } from './dom.js';
import { keptDismissed } from './kept.js';
import { emptyWords, isDigest, lifeElement, messageElement, plainItemElement, thinking } from './message.js';
import { drawOwnFeeds } from './ownFeeds.js';
import { introElement, postElements, threadElement } from './posts.js';
import { drawChannels } from './sidebar.js';
import { act, ask, channelOf, known, pageChannels, store } from './store.js';
import { timeElement, timeText } from './time.js';
import { tick } from './tour.js';
import { say } from './words.js';

/**
 * @import { ActAnswer, EveryItem, PageEvent, PageLife, WireMessage } from '../protocol.ts'
 * @import { Ways } from './text.js'
 * @typedef {Ways & { onAnswer(answer: ActAnswer): void, compare(message: WireMessage): void }} ListWays
 */

/** A line where a new day begins. @param {WireMessage} message @param {WireMessage | undefined} before */
function dayLine(message, before) {
  if (before === undefined) return [];
  const day = timeText(Date.parse(message.timestamp), 'day');
  return day === timeText(Date.parse(before.timestamp), 'day') ? [] : [h('li', { class: 'day' }, day)];
}

const nearEndPx = 120;

/** The messages of the open channel, kept current. @param {ListWays} ways */
export function createMessageList(ways) {
  const box = byId('messages', HTMLElement);
  const list = byId('list', HTMLOListElement);
  // Lets the arrow keys scroll it.
  box.tabIndex = 0;
  /** How many items a feed bot would have posted, by digest. @type {Map<string, Promise<number | undefined>>} */
  const counts = new Map();

  /**
   * @param {'click' | 'choose'} how
   * @param {{ messageId: string, customId: string, values?: readonly string[] }} what
   */
  const press = async (how, what) => {
    tick(what.customId);
    ways.onAnswer(await act(how, what));
  };
  /** @type {import('./message.js').MessageWays} */
  const messageWays = {
    ...ways,
    act: ({ id: messageId }) => ({
      ...ways,
      click: (customId) => press('click', { messageId, customId }),
      choose: (customId, values) => press('choose', { messageId, customId, values }),
    }),
    menu: async (message, command) => ways.onAnswer(await act('menu', { messageId: message.id, command })),
    dismiss(message) {
      keptDismissed.add(known().run, message.id);
      draw();
      box.focus();
    },
    countEveryItem(message) {
      if (!known().isSample) return Promise.resolve(undefined);
      const found = counts.get(message.id);
      if (found !== undefined) return found;
      const until = Date.parse(message.timestamp);
      const count = ask('every-item', { channel: message.channel_id, until }).then(
        (/** @type {EveryItem} */ { items }) => items.length,
        () => undefined,
      );
      counts.set(message.id, count);
      return count;
    },
  };

  const atEnd = () => box.scrollHeight - box.scrollTop - box.clientHeight < nearEndPx;
  const shown = () => {
    const dismissed = keptDismissed.get(known().run);
    return [...store.messages.values()].filter(({ id }) => !dismissed.includes(id));
  };

  const draw = () => {
    const messages = shown();
    // Keeps screen readers from announcing every message when a channel opens.
    box.setAttribute('aria-busy', 'true');
    requestAnimationFrame(() => box.removeAttribute('aria-busy'));
    const channel = channelOf(store.channelId ?? '');
    fill(
      list,
      channel && introElement(channel, ways.openChannel),
      channel?.kind === 'forum' ? postElements(channel.id, ways.openChannel) : [],
      messages.flatMap((message, index) => [
        ...dayLine(message, messages[index - 1]),
        messageElement(message, messages[index - 1], messageWays),
      ]),
    );
    drawWaiting();
  };

  /** Redraws the forum's posts and keeps the focus on the same post. */
  const drawPosts = () => {
    const focused = document.activeElement?.id ?? '';
    const { scrollTop } = box;
    draw();
    box.scrollTop = scrollTop;
    if (focused.startsWith('p-')) document.getElementById(focused)?.focus();
  };

  /** Draws the lines below the messages: waiting interactions, or that the channel is still empty. */
  const drawWaiting = () => {
    for (const old of list.querySelectorAll('.waiting')) old.remove();
    if (store.channelId === undefined || pageChannels.includes(store.channelId)) return;
    const stay = atEnd();
    for (const life of store.lives.values()) {
      if (life.channelId !== store.channelId || life.state === 'answered') continue;
      const element = lifeElement(life);
      element.classList.add('waiting');
      list.append(element);
    }
    const words = waitingWords();
    if (words !== undefined) list.append(h('li', { class: 'waiting empty' }, words));
    if (stay) toEnd();
  };

  const waitingWords = () => {
    const { progress, homeId, guild } = known();
    const isHome = store.channelId === homeId;
    if (isHome && progress.phase === 'starting') return thinking(say().connecting);
    const { outlets, items, stories } = progress;
    if (isHome && progress.phase === 'reading') return thinking(say().readingFirst({ outlets, items, stories }));
    if (store.messages.size > 0 || list.querySelector('.post') !== null) return undefined;
    if (!isHome) return h('p', {}, emptyWords(store.channelId ?? ''));
    return h('p', {}, say().nothingYet({ guild: guild.name, outlets, items, stories }));
  };

  const toEnd = () => {
    scrollToEnd();
    // Scrolling moves the point from which Tab continues; if nothing has the focus, Tab should start at the top.
    if (document.activeElement !== document.body) return;
    byId('first', HTMLElement).focus({ preventScroll: true });
    byId('first', HTMLElement).blur();
  };

  const scrollToEnd = () => {
    const last = shown().at(-1);
    const element = last === undefined ? undefined : document.getElementById(`m-${last.id}`);
    // Shows the top of a message that is taller than the window.
    if (element && element.offsetHeight > box.clientHeight) element.scrollIntoView({ block: 'start' });
    else box.scrollTop = box.scrollHeight;
  };

  /** @param {string} id */
  const goTo = (id) => {
    const element = document.getElementById(`m-${id}`);
    if (element === null) return false;
    element.scrollIntoView({ block: 'start' });
    element.focus();
    return true;
  };

  /** Shows the newest digest from its top. */
  const toDigest = () => {
    const digest = shown().findLast(isDigest);
    if (digest !== undefined) goTo(digest.id);
  };

  const loadCompared = async () => {
    const { compared } = store;
    if (compared === undefined) return;
    /** @type {EveryItem} */
    const found = await ask('every-item', { channel: compared.channelId, until: compared.until });
    if (store.channelId !== 'every-item') return;
    fill(
      list,
      h(
        'li',
        { class: 'intro' },
        h(
          'p',
          {},
          h('b', {}, say().messageCount({ count: found.items.length })),
          say().oneForEach({ topics: found.topics.join(', ') }),
          timeElement(found.since, 'f'),
          say().to,
          timeElement(found.until, 'f'),
          say().onPageOnly,
        ),
        h('button', { class: 'button', onclick: () => ways.openChannel(compared.channelId) }, say().back),
      ),
      found.items.map(plainItemElement),
    );
    box.scrollTop = 0;
  };

  return {
    /** @param {string} [messageId] */
    async load(messageId) {
      const id = store.channelId;
      if (id === undefined) return;
      if (id === 'every-item') return loadCompared();
      if (id === 'your-feeds') {
        drawOwnFeeds(list);
        box.scrollTop = 0;
        return;
      }
      /** @type {WireMessage[]} */
      const messages = await ask('messages', { user: known().me.id, channel: id });
      if (store.channelId !== id) return;
      store.messages = new Map(messages.map((message) => [message.id, message]));
      draw();
      if (channelOf(id)?.kind === 'forum') box.scrollTop = 0;
      else if (messageId === undefined || !goTo(messageId)) toEnd();
    },

    /** Takes a new or changed post or thread. @param {import('../protocol.ts').PageChannel} channel */
    takeChannel({ id, parentId }) {
      if (parentId === undefined || parentId !== store.channelId) return;
      if (channelOf(parentId)?.kind === 'forum') return drawPosts();
      const body = document.querySelector(`#m-${id} .body`);
      const thread = threadElement(id, ways.openChannel);
      if (body === null || thread === undefined) return;
      body.querySelector('.thread')?.remove();
      body.append(thread);
    },

    /** @param {Extract<PageEvent, { type: 'message' }>} event */
    take({ change, channelId, message }) {
      if (channelId !== store.channelId) {
        if (change !== 'created') return;
        store.unread.set(channelId, (store.unread.get(channelId) ?? 0) + 1);
        return drawChannels({ open: (id) => ways.openChannel(id) });
      }
      const stay = atEnd();
      store.messages.set(message.id, message);
      drawChanged(message);
      const isOwn = message.author.id === store.userId || (message.flags & 64) !== 0;
      if (stay || (change === 'created' && isOwn)) toEnd();
      if (change === 'created' && isDigest(message)) announce(say().digestArrived);
    },

    /** @param {PageLife} life */
    takeLife(life) {
      if (life.state === 'answered') store.lives.delete(life.id);
      else store.lives.set(life.id, life);
      drawWaiting();
    },

    /** Shows a notice of the page itself below the messages. @param {string} words */
    notice(words) {
      for (const old of list.querySelectorAll('.page-notice')) old.remove();
      list.append(h('li', { class: 'page-notice', role: 'status' }, words));
      box.scrollTop = box.scrollHeight;
    },
    drawWaiting,
    toDigest,
  };

  /**
   * Redraws one message without touching the others, so that open lists and the focus are kept.
   * @param {WireMessage} message
   */
  function drawChanged(message) {
    const messages = shown();
    const index = messages.findIndex(({ id }) => id === message.id);
    const old = document.getElementById(`m-${message.id}`);
    const element = index < 0 ? undefined : messageElement(message, messages[index - 1], messageWays);
    if (element === undefined) old?.remove();
    else if (old !== null) {
      const hadFocus = old.contains(document.activeElement);
      old.replaceWith(element);
      if (hadFocus) element.focus();
    } else {
      const next = list.querySelector('.waiting, .page-notice');
      const added = [...dayLine(message, messages[index - 1]), element];
      if (next === null) list.append(...added);
      else next.before(...added);
    }
    drawWaiting();
  }
}
