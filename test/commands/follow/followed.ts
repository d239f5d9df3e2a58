import { expect } from 'vitest';
import { textOf } from '../../../playground/discord/reading.ts';
import { minute, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { quietMorning } from '../../desk/newsstand.ts';
import { storyIdIn } from '../newsDesk.ts';

/** A desk with the ferry story, and its id. */
export async function withStory() {
  const at = await openDesk({ before: quietMorning });
  await at.drain();
  await at.confirm(events.ferry, '/ferry');
  return { at, storyId: storyIdIn(at) };
}

/** Opens the story's card, presses Follow and chooses where. */
export async function follow(at: TestDesk, storyId: string, where: 'thread' | 'message' = 'message'): Promise<string> {
  const asked = await at.press(await at.run('story', { query: storyId }), `story:follow:${storyId}`);
  return textOf(await at.press(asked, `following:${where}:${storyId}`));
}

/** Such a desk on which the story is followed in a thread. */
export async function withThread() {
  const { at, storyId } = await withStory();
  expect(await follow(at, storyId, 'thread')).toContain('on its way');
  await at.skip(minute);
  return { at, storyId, thread: at.messages()[0]?.id ?? expect.fail() };
}

export const openFollows = (at: TestDesk) => at.rows('select 1 from follows where ended_at is null');
