import { textOf } from '../../../playground/discord/reading.ts';
import { openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { quietMorning } from '../../desk/newsstand.ts';

/** A desk with the ferry story, and its id. */
export async function withStory() {
  const at = await openDesk({ before: quietMorning });
  await at.drain();
  await at.confirm(events.ferry, '/ferry');
  const [{ id } = { id: '' }] = at.rows<{ id: string }>('select id from stories');
  return { at, storyId: id };
}

/** Opens the story's card, presses Follow and chooses where. */
export async function follow(at: TestDesk, storyId: string, where: 'thread' | 'message' = 'message'): Promise<string> {
  const asked = await at.press(await at.run('story', { query: storyId }), `story:follow:${storyId}`);
  return textOf(await at.press(asked, `following:${where}:${storyId}`));
}
