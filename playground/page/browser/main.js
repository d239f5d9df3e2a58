import { runnables } from './commands.js';
import { createComposer } from './composer.js';
import { announce, byId, fill, h } from './dom.js';
import { keepPlace, look, placeIn, setLook } from './kept.js';
import { firstStory, isAlert, isDigest } from './message.js';
import { createMessageList } from './messages.js';
import { openModal } from './modal.js';
import { drawChannels, drawMe } from './sidebar.js';
import { act, ask, channelOf, follow, known, pageChannels, store, takeChannel, titleOf } from './store.js';
import { now, refreshTimes, setClock, setLocale, timeText } from './time.js';
import { steps, take, taken } from './tour.js';
import { drawFrame, loadLanguages, say, spoken } from './words.js';

await loadLanguages();

/**
 * @import { ActAnswer, PageState, Progress, WireCommand, WireMessage } from '../protocol.ts'
 * @import { Step } from './tour.js'
 */

const side = byId('side', HTMLElement);
const menu = byId('menu', HTMLButtonElement);
const arrivalsMax = 6;
const ownCommands = ['catchup', 'watch add', 'coverage', 'following'];
const narrow = matchMedia('(max-width: 760px)');

/** @param {ActAnswer} answer */
function onAnswer(answer) {
  if (answer.kind === 'refused') list.notice(answer.reason);
  if (answer.kind === 'modal') openModal(answer.id, answer.modal);
  drawChips();
}

const ways = {
  openChannel: (/** @type {string} */ id, /** @type {string | undefined} */ messageId) => void open(id, messageId),
  startCommand: (/** @type {string} */ name) => {
    if (!composer.start(name)) list.notice(say().notOffered({ name }));
  },
};
/** @param {WireMessage} message */
function compare(message) {
  store.compared = { channelId: message.channel_id, until: Date.parse(message.timestamp) };
  void open('every-item');
}

const list = createMessageList({ ...ways, onAnswer, compare });
const composer = createComposer({ onAnswer });

/** @param {boolean} isShown */
function showSide(isShown) {
  side.classList.toggle('shown', isShown);
  side.inert = narrow.matches && !isShown;
  menu.setAttribute('aria-expanded', String(isShown));
}

/** Opens a channel and scrolls to a message if one is given. @param {string} id @param {string} [messageId] */
async function open(id, messageId) {
  const channel = channelOf(id);
  if (channel === undefined && !pageChannels.includes(id)) return;
  store.channelId = id;
  const { run, me } = known();
  keepPlace({ run, userId: me.id, channelId: channel?.id });
  if (known().progress.phase === 'skipping') isWanted = true;
  store.unread.delete(id);
  showSide(false);
  byId('title', HTMLElement).textContent = channel === undefined ? `#${id}` : titleOf(channel);
  byId('topic', HTMLElement).textContent =
    channel?.topic ?? /** @type {Record<string, string>} */ (say().pageTopics)[id] ?? '';
  byId('messages', HTMLElement).setAttribute('aria-label', say().messagesIn({ channel: channel?.name ?? id }));
  drawChannels({ open });
  drawVisitor();
  await list.load(messageId);
  if (store.channelId !== id) return;
  await loadCommands();
  composer.refresh();
  drawChips();
}

async function loadCommands() {
  const id = store.channelId;
  if (id === undefined || channelOf(id) === undefined) {
    store.commands = [];
    return;
  }
  /** @type {WireCommand[]} */
  const commands = await ask('commands', { user: known().me.id, channel: id });
  if (store.channelId === id) store.commands = commands;
}

/** @param {PageState} state */
function takeState(state) {
  // The playground has started again, so all ids and addresses have changed.
  if (store.state !== undefined && store.state.run !== state.run) return location.reload();
  const isFirst = store.state === undefined || store.state.me.id !== state.me.id;
  const place = store.state === undefined ? placeIn(state.run) : undefined;
  store.state = state;
  store.channelId ??= place?.channelId;
  if (place !== undefined && place.userId !== state.me.id) return become(place.userId);
  store.userId = state.me.id;
  setLocale(spoken().locale);
  setClock(state.clock);
  drawFrame();
  byId('playground', HTMLElement).title = state.isSample ? say().playgroundWhy : say().playgroundLive;
  drawClock();
  drawVisitor();
  drawProgress(state.progress);
  const isThere = (/** @type {string} */ id) => channelOf(id) !== undefined || pageChannels.includes(id);
  if (store.channelId === undefined || !isThere(store.channelId)) {
    store.channelId = state.homeId;
  }
  // Loads the messages again, because some may have been missed while disconnected.
  if (isFirst || !pageChannels.includes(store.channelId)) void open(store.channelId);
}

let unfollow = connect();

function connect() {
  return follow(
    {
      state: ({ state }) => takeState(state),
      message: (event) => {
        list.take(event);
        if (event.change === 'created') takeArrival(event.message);
      },
      channel: ({ channel }) => {
        takeChannel(channel);
        drawChannels({ open });
        drawVisitor();
        list.takeChannel(channel);
      },
      life: ({ life }) => list.takeLife(life),
      commands: () => loadCommands().then(drawChips),
      clock: ({ clock }) => {
        setClock(clock);
        drawClock();
        if (store.state !== undefined) drawProgress(store.state.progress);
      },
      progress: ({ progress }) => {
        const before = store.state?.progress.phase;
        if (store.state !== undefined) store.state.progress = progress;
        drawProgress(progress);
        list.drawWaiting();
        drawChips();
        if (before === 'skipping' && progress.phase === 'ready') arrived();
      },
    },
    (isOpen) => {
      byId('connection', HTMLElement).hidden = isOpen;
    },
  );
}

/** Whether to stay in the open channel after a skip, because it got a message or the visitor opened it meanwhile. */
let isWanted = false;

/** Ends a skip: shows its result in the open channel, or else on the front page. */
function arrived() {
  announce(say().itIs({ time: timeText(now(), 'clock') }));
  void open((isWanted && store.channelId) || known().homeId).then(list.toDigest);
  isWanted = false;
}

/** @param {string} userId */
function become(userId) {
  unfollow();
  store.userId = userId;
  store.lives.clear();
  unfollow = connect();
}

function drawVisitor() {
  drawMe({
    become,
    speak: (locale) => void act('locale', { locale }),
    paint: setLook,
    permit: (mayWrite) => void act('permit', { mayWrite }).then(onAnswer),
  });
}

function drawClock() {
  byId('clock', HTMLElement).textContent = timeText(now(), 'clock');
}

/** Restarts the playground at the same address; this page then reloads itself. */
function startAgain() {
  byId('connection', HTMLElement).setAttribute('data-say', 'startingAgain');
  drawFrame();
  void act('start-again', {});
}

/** The tour's steps, and what else to try first. */
function drawChips() {
  const { progress, proposedId, isSample, me, users, guild } = known();
  const proposed = channelOf(proposedId)?.name ?? say().aChannel;
  const { notYet } = say();
  const box = byId('chips', HTMLElement);
  const chip = (/** @type {string} */ words, /** @type {() => void} */ onclick) =>
    h('button', { class: 'chip', disabled: progress.phase !== 'ready', onclick }, words);
  const subscribe = () => {
    if (composer.start('subscribe', { channel: proposedId })) return;
    const admin = users.find(({ seat }) => seat === 'admin')?.name;
    list.notice(me.seat === 'member' ? say().onlyManagers({ admin: admin ?? '' }) : notYet);
  };
  const channel = channelOf(store.channelId ?? '');
  box.hidden = channel === undefined || (!channel.canWrite && channel.kind !== 'forum');
  const done = taken();
  /** @param {Step} step */
  const stepChip = (step) => {
    const isTaken = done.includes(step);
    const words = isTaken ? `✓ ${say().tour[step]}` : `${steps.indexOf(step) + 1} · ${say().tour[step]}`;
    const element = chip(words, () => void take(step, { open, compare, onAnswer }).then(drawChips));
    element.classList.toggle('taken', isTaken);
    return element;
  };
  const onward = isSample && (progress.isOver ? chip(say().startAgain, startAgain) : stepChip('skip'));
  const over = progress.isOver && h('p', { class: 'over', role: 'status' }, say().over);
  if (channel?.kind === 'forum') return fill(box, over, onward);
  // In a server without Lede, only the commands of members who added the app to their own account exist.
  const own = runnables().filter(({ name }) => ownCommands.includes(name));
  const first =
    channel?.guildId === guild.id
      ? [
          ...(isSample
            ? steps.flatMap((step) => (step === 'skip' ? onward : stepChip(step)))
            : [chip(say().tour.story, () => composer.start('story') || list.notice(notYet))]),
          steps.every((step) => done.includes(step)) && chip(say().yourServer, () => list.notice(say().yourServerHow)),
          chip(say().ownFeeds, () => void open('your-feeds')),
          chip(say().subscribe({ channel: proposed }), subscribe),
        ]
      : own.map(({ name, shown }) => chip(`/${shown}`, () => void composer.start(name)));
  fill(box, over, first, channel?.guildId !== guild.id && onward);
}

/** During a skip, shows each arriving digest or alert by its first story. @param {WireMessage} message */
function takeArrival(message) {
  if (known().progress.phase !== 'skipping') return;
  const channel = channelOf(message.channel_id);
  if ([channel?.id, channel?.parentId].includes(store.channelId)) isWanted = true;
  if (!isDigest(message) && !isAlert(message)) return;
  const arrivals = byId('skip-arrivals', HTMLElement);
  const line = [timeText(Date.parse(message.timestamp), 't'), channel && titleOf(channel), firstStory(message)];
  arrivals.append(h('li', {}, line.filter(Boolean).join(' · ')));
  if (arrivals.children.length > arrivalsMax) arrivals.firstElementChild?.remove();
}

/** During a skip, shows the moving clock and what has arrived so far. @param {Progress} progress */
function drawProgress(progress) {
  const box = byId('skip', HTMLElement);
  const isSkipping = progress.phase === 'skipping';
  box.hidden = !isSkipping;
  document.body.classList.toggle('skipping', isSkipping);
  if (!isSkipping) return fill(byId('skip-arrivals', HTMLElement));
  byId('skip-clock', HTMLElement).textContent = timeText(now(), 'clock');
  for (const what of /** @type {const} */ (['items', 'stories', 'digests', 'alerts']))
    byId(`skip-${what}`, HTMLElement).textContent = String(progress[what]);
  byId('skip-story-word', HTMLElement).textContent = say().stories({ count: progress.stories });
  byId('skip-alert-word', HTMLElement).textContent = say().alerts({ count: progress.alerts });
  byId('skip-word', HTMLElement).textContent = say().digests({ count: progress.digests });
}

menu.addEventListener('click', () => showSide(!side.classList.contains('shown')));
narrow.addEventListener('change', () => showSide(false));
// As in Discord, typing anywhere goes into the composer.
document.addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey, target }) => {
  const isTaken = target instanceof Element && target.closest('input, select, textarea, [role="combobox"]') !== null;
  if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey || isTaken) return;
  const field = byId('words', HTMLInputElement);
  if (!field.hidden) field.focus();
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && side.classList.contains('shown')) {
    showSide(false);
    menu.focus();
  }
});
byId('messages', HTMLElement).addEventListener('click', () => showSide(false));
setInterval(() => {
  drawClock();
  refreshTimes();
}, 1_000);
showSide(false);
setLook(look());
