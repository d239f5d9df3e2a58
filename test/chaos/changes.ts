import { timeAt } from './ledger.ts';
import { isOverdue } from './record.ts';
import { byAdmin, type Channel, day, daysOf, minute, must, type Stage, timesOf, zones } from './stage.ts';
import { collect } from './verdict.ts';

/** Minimum time between two changes of one channel, so that they affect different days. */
const apartMs = 3 * day;

/**
 * Changes something as an admin. Call it only when Lede has done everything that is due, so that the ledger knows which
 * slots are claimed.
 */
export async function changeSomething(stage: Stage): Promise<void> {
  const { random } = stage;
  if (random.chance(0.03)) await changeSchedule(stage);
  if (random.chance(0.0008) && stage.channels.length > stage.options.channels / 2) removeChannel(stage);
}

async function changeSchedule(stage: Stage): Promise<void> {
  const { random, ledger } = stage;
  const channel = unchanged(stage);
  if (channel === undefined) return;
  const before = ledger.planOf(channel.channelId);
  const zone = random.chance(0.5) ? random.pick(zones) : before.zone;
  // For a time of day that has just passed, nothing is posted that day.
  const times = random.chance(0.7) ? random.pick(timesOf) : [timeAt(stage.now - 20 * minute, before.zone)];
  const days = random.chance(0.3) ? random.pick(daysOf) : undefined;
  const saved = { zone, times: times.join(' '), ...(days === undefined ? {} : { days: days.typed }) };
  const by = byAdmin(stage, channel);
  await must(stage, { do: 'change', change: 'saveSettings', given: [by, channel.channelId, saved] });
  ledger.change(channel.channelId, { zone, times, days: days?.days ?? before.days });
  stage.trouble.count('schedule changed', channel.channelId);
  if (zone !== before.zone) stage.trouble.count('zone changed', channel.channelId);
}

/** A random channel that an admin may change now. */
function unchanged(stage: Stage): Channel | undefined {
  const channel = stage.random.pick(stage.channels);
  if (channel.changedAt > stage.now - apartMs) return undefined;
  // An unclaimed slot moves to the new times, while the ledger keeps it at the old one.
  if (isOverdue(stage.databaseUrl, channel.channelId, stage.now)) return undefined;
  channel.changedAt = stage.now;
  return channel;
}

function removeChannel(stage: Stage): void {
  const channel = stage.random.pick(stage.channels);
  collect(stage.server, [channel.channelId], stage.posted);
  stage.trouble.count('channel deleted', channel.channelId);
  stage.ledger.gone(channel.channelId);
  stage.channels = stage.channels.filter((other) => other !== channel);
  stage.server.setup.removeChannel(channel.channelId);
}
