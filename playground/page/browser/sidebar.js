import { byId, fill, h } from './dom.js';
import { avatar } from './message.js';
import { known, store } from './store.js';
import { say } from './words.js';

/** @import { PageChannel, PageChannelKind } from '../protocol.ts' */

/** For the eye; the ear has words. @type {Record<PageChannelKind, string>} */
const signs = { text: '#', announcement: '!', voice: '♪', forum: '≡', thread: '↳', dm: '@', category: '' };

/** Draws the list of channels. @param {{ open(id: string): void }} ways */
export function drawChannels(ways) {
  const { channels, guild, isSample, homeId } = known();
  byId('guild', HTMLElement).textContent = guild.name;
  /** @param {string | undefined} parentId */
  const within = (parentId) => channels.filter((one) => one.kind !== 'category' && one.parentId === parentId);
  /** @param {PageChannel} channel @returns {HTMLElement[]} */
  const entries = (channel) => [
    entry(
      channel.id,
      channel.name,
      [signs[channel.kind], h('span', { class: 'unseen' }, say().kinds[channel.kind])],
      ways,
    ),
    ...(channel.id === homeId && isSample && store.compared !== undefined
      ? [entry('every-item', 'every-item', ['#', say().pageOnly], ways)]
      : []),
    ...within(channel.id).flatMap(entries),
  ];
  const categories = channels.filter(({ kind }) => kind === 'category');
  fill(
    byId('channels', HTMLElement),
    h('ul', {}, within(undefined).flatMap(entries)),
    categories.flatMap((category) => [
      h('h2', { class: 'category' }, category.name),
      h('ul', {}, within(category.id).flatMap(entries)),
    ]),
  );
}

/**
 * @param {string} id @param {string} name @param {[sign: string, words: Node | string]} kind
 * @param {{ open(id: string): void }} ways
 */
function entry(id, name, [sign, kind], ways) {
  const unread = store.unread.get(id) ?? 0;
  const isOpen = store.channelId === id;
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: ['channel', unread > 0 && 'unread'].filter(Boolean).join(' '),
        'aria-current': isOpen ? 'page' : undefined,
        onclick: () => ways.open(id),
      },
      h('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
      h('span', { class: 'name' }, name),
      h('span', { class: 'kind' }, kind),
      unread > 0 && h('span', { class: 'count' }, String(unread), h('span', { class: 'unseen' }, say().unread)),
    ),
  );
}

/**
 * Draws who the visitor is, and the two switches. @param {{ become(userId: string): void, speak(locale: string): void
 * }} ways
 */
export function drawMe(ways) {
  const { me, users } = known();
  const seats = users.filter(({ seat }) => seat !== undefined);
  fill(
    byId('me', HTMLElement),
    h(
      'div',
      { class: 'who' },
      avatar(me.id),
      h('div', {}, h('b', {}, me.name), h('p', { class: 'small' }, role(me.seat))),
    ),
    switchElement(
      say().youAre,
      'seat',
      seats.map(({ id, name, seat }) => ({
        value: id,
        label: seat === 'admin' ? say().admin : say().member,
        title: name,
      })),
      me.id,
      ways.become,
    ),
    switchElement(
      say().language,
      'language',
      [
        { value: 'en-US', label: 'English', title: 'English' },
        { value: 'de', label: 'Deutsch', title: 'Deutsch' },
      ],
      me.locale,
      ways.speak,
    ),
  );
}

/** @param {string | undefined} seat */
function role(seat) {
  return seat === 'admin' ? say().mayManage : say().mayNot;
}

/**
 * @param {string} name @param {string} group @param {{ value: string, label: string, title: string }[]} choices
 * @param {string} current @param {(value: string) => void} onChange
 */
function switchElement(name, group, choices, current, onChange) {
  return h(
    'fieldset',
    { class: 'switch' },
    h('legend', {}, name),
    choices.map(({ value, label, title }) =>
      h(
        'label',
        { title },
        h('input', {
          type: 'radio',
          name: group,
          value,
          checked: value === current,
          onchange: () => onChange(value),
        }),
        h('span', {}, label),
      ),
    ),
  );
}
