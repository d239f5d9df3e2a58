import { describe, expect, test } from 'vitest';
import { read } from '../commands/scene.ts';
import { newsInBoth, openDesk, type TestDesk } from '../desk/desk.ts';

/** A thread for which the bot gets no gateway events, and a member who may write in either channels or threads only. */
async function withThread(allowed: 'SendMessages' | 'SendMessagesInThreads') {
  const at = await openDesk({ before: newsInBoth, start: false });
  const thread = at.server.setup.addThread(at.channelId, { name: 'talk', archived: true }).id;
  const user = at.addMember('Max');
  const deny = (['SendMessages', 'SendMessagesInThreads'] as const).filter((name) => name !== allowed);
  at.server.setup.setOverwrite(at.channelId, user, { deny });
  await at.app.start();
  await at.drain();
  return { at, thread, user };
}

async function share(at: TestDesk, channel: string, user: string): Promise<string> {
  const asked = await at.run('story', {}, user, channel);
  const [customId = ''] = JSON.stringify(asked.components).match(/story:share:[^"]*/) ?? [];
  return read(await at.press(asked, customId, user));
}

describe('Share here in a thread that Lede does not know', () => {
  test('members who may not write in threads can’t share there', async () => {
    const { at, thread, user } = await withThread('SendMessages');
    expect(await share(at, thread, user)).toContain('you need to be able to send messages');
    expect(at.posted(thread)).toEqual([]);
    expect(await share(at, at.channelId, user)).toContain(`Shared by <@${user}>`);
  });

  test('members who may write only in threads can share there', async () => {
    const { at, thread, user } = await withThread('SendMessagesInThreads');
    expect(await share(at, thread, user)).toContain(`Shared by <@${user}>`);
    expect(await share(at, at.channelId, user)).toContain('you need to be able to send messages');
  });
});
