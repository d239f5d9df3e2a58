import { byId, fill, h } from './dom.js';
import { act, channelOf, known, store } from './store.js';

/** @import { Composer } from './composer.js' */

/** The three things to try first. @param {{ composer: Composer, notice(words: string): void }} parts */
export function createChips({ composer, notice }) {
  const box = byId('chips', HTMLElement);

  const openStory = () => {
    if (!composer.start('story')) notice('The commands are not there yet; one moment.');
  };
  const subscribe = () => {
    const { proposedId, me, users } = known();
    if (composer.start('subscribe', { channel: proposedId })) return;
    const admin = users.find(({ seat }) => seat === 'admin')?.name ?? 'the admin';
    notice(
      me.seat === 'member'
        ? `Only members who may manage the server see /subscribe. Switch to ${admin} to try it.`
        : 'The commands are not there yet; one moment.',
    );
  };
  const skip = () => act('skip', {});

  return {
    refresh() {
      const { progress, proposedId, isSample } = known();
      const proposed = channelOf(proposedId)?.name ?? 'a channel';
      const isReady = progress.phase === 'ready';
      box.hidden = store.channelId === 'every-item' || channelOf(store.channelId ?? '')?.canWrite !== true;
      fill(
        box,
        chip('Open a story', openStory, isReady),
        chip(`Subscribe #${proposed}`, subscribe, isReady),
        isSample && chip('Skip to tomorrow 08:00', skip, isReady),
      );
    },
  };
}

/** @param {string} words @param {() => void} onclick @param {boolean} isReady */
function chip(words, onclick, isReady) {
  return h('button', { type: 'button', class: 'chip', disabled: !isReady, onclick }, words);
}
