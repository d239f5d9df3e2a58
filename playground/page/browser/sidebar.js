import { byId, fill, h } from './dom.js';
import { look } from './kept.js';
import { avatar } from './message.js';
import { channelOf, known, pageChannels, store, titleOf, unreadOf } from './store.js';
import { languages, say, spoken } from './words.js';

/** @import { PageChannel, PageChannelKind } from '../protocol.ts' */

/** Signs for sighted visitors; screen readers get words instead. @type {Record<PageChannelKind, string>} */
const signs = { text: '#', announcement: '!', voice: '♪', forum: '≡', thread: '↳', dm: '@', category: '' };

/** Hides forum posts and archived threads, which are reached by their forum or message. @param {PageChannel} channel */
function isListed({ id, kind, parentId, thread }) {
  if (kind === 'category') return false;
  if (thread === undefined || id === store.channelId) return true;
  const isPost = known().channels.some((one) => one.id === parentId && one.kind === 'forum');
  return !isPost && !thread.isArchived;
}

/** Draws the channels of both servers and the direct messages. @param {{ open(id: string): void }} ways */
export function drawChannels(ways) {
  const { channels, guild, elsewhere, isSample, homeId } = known();
  byId('guild', HTMLElement).textContent = guild.name;
  /** @param {string | undefined} guildId @param {string | undefined} parentId */
  const within = (guildId, parentId) =>
    channels.filter((one) => one.guildId === guildId && one.parentId === parentId && isListed(one));
  const ofPage = pageChannels.filter((name) => name !== 'every-item' || (isSample && store.compared !== undefined));
  /** @param {PageChannel} channel @returns {HTMLElement[]} */
  const entries = (channel) => [
    entry(
      channel.id,
      channel.name,
      [signs[channel.kind], h('span', { class: 'unseen' }, say().kinds[channel.kind])],
      ways,
      channel.thread !== undefined,
    ),
    ...within(channel.guildId, channel.id).flatMap(entries),
    ...(channel.id === homeId ? ofPage.map((name) => entry(name, name, ['#', say().pageOnly], ways)) : []),
  ];
  /** @param {string | undefined} guildId @param {string | undefined} parentId */
  const listOf = (guildId, parentId) => h('ul', {}, within(guildId, parentId).flatMap(entries));
  const categories = channels.filter(({ kind, guildId }) => kind === 'category' && guildId === guild.id);
  fill(
    byId('channels', HTMLElement),
    listOf(guild.id, undefined),
    categories.flatMap(({ id, name }) => [h('h2', { class: 'category' }, name), listOf(guild.id, id)]),
    h('h2', { class: 'category place' }, say().directMessages),
    listOf(undefined, undefined),
    elsewhere && [h('h2', { class: 'category place' }, elsewhere.name), listOf(elsewhere.id, undefined)],
  );
}

/**
 * @param {string} id @param {string} name @param {[sign: string, words: Node | string]} kind
 * @param {{ open(id: string): void }} ways @param {boolean} [isNested]
 */
function entry(id, name, [sign, kind], ways, isNested = false) {
  const unread = unreadOf(id);
  const isOpen = store.channelId === id;
  return h(
    'li',
    {},
    h(
      'button',
      {
        class: ['channel', unread > 0 && 'unread', isNested && 'nested'].filter(Boolean).join(' '),
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
 * Draws who the visitor is, with a menu of switches: person, language, colours, and for an admin whether Lede may write
 * in the open channel.
 * @param {{ become(userId: string): void, speak(locale: string): void, paint(look: string): void, permit(mayWrite: boolean): void }} ways
 */
export function drawMe(ways) {
  const { me, users } = known();
  const open = channelOf(store.channelId ?? '');
  const box = byId('me', HTMLElement);
  const focused = document.activeElement;
  const seats = users.filter(({ seat }) => seat !== undefined);
  fill(
    box,
    h(
      'details',
      { open: box.querySelector('details')?.open },
      h('summary', { class: 'who' }, avatar(me.id), h('b', {}, me.name), h('span', { class: 'small' }, role(me.seat))),
      switchElement(
        say().youAre,
        'seat',
        seats.map(({ id, seat }) => [id, seat === 'admin' ? say().admin : say().member]),
        me.id,
        ways.become,
      ),
      switchElement(
        say().language,
        'language',
        languages.map(({ locale, name }) => [locale, name]),
        spoken().locale,
        ways.speak,
      ),
      switchElement(say().look, 'look', Object.entries(say().looks), look(), ways.paint),
      me.seat === 'admin' &&
        open?.ledeMayWrite !== undefined &&
        open.thread === undefined &&
        switchElement(
          say().ledeIn({ channel: titleOf(open) }),
          'permit',
          [
            ['yes', say().mayWrite],
            ['no', say().mayNotWrite],
          ],
          open.ledeMayWrite ? 'yes' : 'no',
          (value) => ways.permit(value === 'yes'),
        ),
    ),
  );
  // A redrawn menu keeps the keyboard's place.
  if (focused?.isConnected !== false) return;
  const place = focused instanceof HTMLSelectElement ? `select[name="${focused.name}"]` : 'summary';
  /** @type {HTMLElement | null} */ (box.querySelector(place))?.focus();
}

/** @param {string | undefined} seat */
function role(seat) {
  return seat === 'admin' ? say().mayManage : say().mayNot;
}

/**
 * @param {string} words @param {string} name @param {[value: string, label: string][]} choices
 * @param {string} current @param {(value: string) => void} onChange
 */
function switchElement(words, name, choices, current, onChange) {
  const options = choices.map(([value, label]) => h('option', { value, selected: value === current }, label));
  const select = h('select', { name }, options);
  select.addEventListener('change', () => onChange(select.value));
  return h('label', { class: 'switch' }, words, select);
}
