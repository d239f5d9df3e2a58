import { announce } from './dom.js';
import { keptDismissed, keptTour } from './kept.js';
import { controlIn, isDigest } from './message.js';
import { act, known, store } from './store.js';
import { say } from './words.js';

/**
 * @import { WireMessage } from '../protocol.ts'
 * @typedef {'story' | 'compare' | 'skip' | 'outlets'} Step
 */

/** The steps of the tour in their order. @type {readonly Step[]} */
export const steps = ['story', 'compare', 'skip', 'outlets'];

const waitMs = 100;
const waitsMax = 50;

/** The steps that the visitor has taken in this run of the playground. */
export const taken = () => keptTour.get(known().run);

/** Ticks the step that a visitor takes by themselves. @param {string} used a command's name or a control's custom_id */
export function tick(used) {
  if (/^story(?:$|:open:|:card:)/.test(used)) keptTour.add(known().run, 'story');
  if (used.startsWith('story:outlets:')) keptTour.add(known().run, 'outlets');
}

/** The last story's card in the open channel. */
function lastCard() {
  const dismissed = keptDismissed.get(known().run);
  return [...store.messages.values()]
    .flatMap((message) => {
      const customId = controlIn(message, /^story:outlets:/);
      return customId === undefined || dismissed.includes(message.id) ? [] : [{ messageId: message.id, customId }];
    })
    .at(-1);
}

const openStory = () => act('run', { command: 'story', options: {} });

/** Presses “Who reported?” on the last card, or opens one first. */
async function whoReported() {
  if (lastCard() === undefined) await openStory();
  for (let waits = 0; lastCard() === undefined && waits < waitsMax; waits += 1)
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  const card = lastCard();
  return card === undefined ? openStory() : act('click', card);
}

/**
 * Takes one step in the front page's channel.
 * @param {Step} step
 * @param {{ open(channelId: string): Promise<void>, compare(message: WireMessage): void, onAnswer(answer: import('../protocol.ts').ActAnswer): void }} ways
 */
export async function take(step, { open, compare, onAnswer }) {
  const { homeId, run } = known();
  keptTour.add(run, step);
  announce(say().tourOf({ step: steps.indexOf(step) + 1, steps: steps.length }));
  if (step === 'skip') return onAnswer(await act('skip', {}));
  if (store.channelId !== homeId) await open(homeId);
  if (step !== 'compare') return onAnswer(await (step === 'story' ? openStory() : whoReported()));
  const digest = [...store.messages.values()].findLast(isDigest);
  if (digest !== undefined) compare(digest);
}
