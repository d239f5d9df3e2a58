import { h } from './dom.js';
import { channelOf, known, store } from './store.js';
import { timeElement } from './time.js';
import { say } from './words.js';

/**
 * @import { PageChannel, PageThread } from '../protocol.ts'
 * @typedef {PageChannel & { thread: PageThread }} Thread
 */

/** @param {PageChannel} channel @returns {channel is Thread} */
const isThread = (channel) => channel.thread !== undefined;

/** @param {string} name */
const tagElement = (name) => h('span', { class: 'post-tag' }, name);

/**
 * The posts of a forum by latest activity, archived ones last.
 * @param {string} forumId @param {(id: string) => void} open
 */
export function postElements(forumId, open) {
  const posts = known()
    .channels.filter(isThread)
    .filter(({ parentId }) => parentId === forumId)
    .sort((a, b) => Number(a.thread.isArchived) - Number(b.thread.isArchived) || b.thread.lastAt - a.thread.lastAt);
  const firstOld = posts.find(({ thread }) => thread.isArchived);
  return posts.flatMap((post) => [
    ...(post === firstOld ? [h('li', { class: 'day' }, say().olderPosts)] : []),
    postElement(post, open),
  ]);
}

/** @param {Thread} post @param {(id: string) => void} open */
function postElement({ id, name, thread }, open) {
  const { tags, opening, replies, lastAt, isEdited, isArchived } = thread;
  const isNew = (store.unread.get(id) ?? 0) > 0;
  return h(
    'li',
    { class: isArchived ? 'post archived' : 'post' },
    h(
      'button',
      { class: 'post-card', id: `p-${id}`, onclick: () => open(id) },
      h('span', { class: 'post-tags' }, tags.map(tagElement), isNew && h('span', { class: 'count' }, say().newPost)),
      h('b', {}, name),
      opening !== '' && h('span', {}, opening),
      h(
        'span',
        { class: 'small' },
        `${say().replies({ count: replies })} · `,
        timeElement(lastAt, 'R'),
        isEdited && ` · ${say().edited}`,
        isArchived && ` · ${say().archived}`,
      ),
    ),
  );
}

/**
 * The lines above the messages of a thread, or of a server without Lede.
 * @param {PageChannel} channel @param {(id: string, messageId?: string) => void} open
 */
export function introElement({ id, guildId, parentId = '', thread }, open) {
  const parent = channelOf(parentId);
  if (guildId !== undefined && guildId === known().elsewhere?.id) return h('li', { class: 'intro' }, say().withoutLede);
  if (thread === undefined || parent === undefined) return undefined;
  const isPost = parent.kind === 'forum';
  return h(
    'li',
    { class: 'intro' },
    h(
      'button',
      { class: 'link', onclick: () => open(parentId, isPost ? undefined : id) },
      isPost ? say().allPosts({ forum: parent.name }) : say().belowMessage({ channel: parent.name }),
    ),
    thread.tags.map(tagElement),
    thread.isArchived && h('span', { class: 'small' }, say().archived),
  );
}

/**
 * The thread below a message of another channel, if there is one.
 * @param {string} messageId @param {(id: string) => void} open
 */
export function threadElement(messageId, open) {
  const { name, thread } = channelOf(messageId) ?? {};
  if (thread === undefined || messageId === store.channelId) return undefined;
  return h(
    'button',
    { class: 'thread', onclick: () => open(messageId) },
    h('b', {}, h('span', { 'aria-hidden': 'true' }, '↳ '), name),
    h(
      'span',
      { class: 'small' },
      say().threadMessages({ count: thread.replies }),
      ' · ',
      timeElement(thread.lastAt, 'R'),
    ),
  );
}
