import { standingIn } from './changes.ts';
import { comeBack } from './kills.ts';
import { isPresent, readRecords } from './record.ts';
import { type Channel, day, hour, pause, run, type Stage } from './stage.ts';

/** How Lede hears of it: at once, with the next session of the gateway, or at its next start. */
const ways = ['while connected', 'between two sessions', 'while Lede was away'] as const;
const looksMax = 1_200;

/** Lede is removed from a server and invited again later, with its channels as they were. */
export async function leaveServer(stage: Stage): Promise<void> {
  const { random, server, trouble } = stage;
  const { guildId } = random.pick(stage.channels);
  const channels = stage.channels.filter((channel) => channel.guildId === guildId);
  const settled = channels.every(({ isPaused, changedAt }) => !isPaused && changedAt < stage.now - 3 * day);
  if (!settled || !trouble.isQuiet(guildId) || stage.channels.length === channels.length) return;
  const guild = server.setup.guild(guildId);
  const kept = [...server.world.channels.values()].filter((channel) => channel.guildId === guildId);
  const way = random.pick(ways);
  trouble.count(`server left ${way}`, guildId);
  await heard(stage, way, guildId, () => {
    for (const { channelId } of channels) stage.ledger.off(channelId, standingIn(stage, channelId));
    stage.channels = stage.channels.filter((channel) => channel.guildId !== guildId);
    server.setup.removeGuild(guildId);
  });
  stage.later.push({
    at: stage.now + random.between(1, 90) * hour,
    isCareful: true,
    work: async () => {
      const back = random.pick(ways);
      trouble.count(`server joined again ${back}`, guildId);
      await heard(stage, back, guildId, () => {
        server.world.guilds.set(guildId, guild);
        for (const channel of kept) server.world.channels.set(channel.id, channel);
        if (back === 'while connected') server.setup.setAvailable(guildId, true);
      });
      goOn(stage, channels);
      await run(stage);
    },
  });
}

function goOn(stage: Stage, channels: readonly Channel[]): void {
  stage.channels = [...stage.channels, ...channels];
  for (const channel of channels) {
    channel.changedAt = stage.now;
    stage.ledger.back(channel.channelId);
  }
}

/** Makes the change, and waits until Lede knows. */
async function heard(stage: Stage, way: (typeof ways)[number], guildId: string, change: () => void): Promise<void> {
  const { server } = stage;
  await run(stage);
  if (way === 'while Lede was away') {
    await stage.life.kill();
    readRecords(stage);
    change();
    await comeBack(stage, true);
  } else if (way === 'while connected') {
    await server.connected();
    change();
  } else {
    server.gateway.forget();
    change();
    server.gateway.drop();
    await server.connected();
  }
  const isMember = server.world.guilds.has(guildId);
  for (let looks = 0; isPresent(stage.databasePath, guildId) !== isMember; looks += 1) {
    if (looks > looksMax) throw new Error(`Lede does not know that it ${isMember ? 'joined' : 'left'} a server ${way}`);
    await pause(50);
  }
}
