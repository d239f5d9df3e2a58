import type { ChannelSubscription } from '../../src/desk/subscriptions.ts';
import { button, buttons, type MessageBody, mention, message, select, text } from '../../src/discord/cards/parts.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { ClockChoice } from '../../src/schedule/zones.ts';
import { scheduleLines } from './subscribedCard.ts';
import { wordsIn } from './words.ts';

/** What the card adds after a choice. */
interface AfterChoice {
  /** The clock whose city is to be chosen next. */
  chosen?: ClockChoice;
  /** What was changed, and how to take it back. */
  said?: string;
  undo?: readonly ReturnType<typeof button>[];
}

/** When a channel gets its digest, with selects for the hour and for the zone: first by its clock, then by city. */
export function changeTimeCard(
  subscription: ChannelSubscription,
  clocks: readonly ClockChoice[],
  texts: Texts,
  { chosen, said, undo = [] }: AfterChoice = {},
): MessageBody {
  const say = wordsIn(texts).settings;
  const { channelId, schedule } = subscription;
  const here = clocks.find((clock) => clock.zones.includes(schedule.zone));
  const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
  return message([
    text(
      [
        ...(said === undefined ? [] : [said]),
        say.changeTime(mention.channel(channelId)),
        ...scheduleLines(subscription, texts),
        ...(here === undefined ? [] : [say.zoneNow(schedule.zone, here.time)]),
        ...(chosen === undefined ? [] : [`**${say.cityNext}**`]),
        `-# ${say.clockMissing}`,
      ].join('\n'),
    ),
    select(
      `digest:hour:${channelId}`,
      say.pickHour,
      hours.map((hour) => ({ label: hour, value: hour, chosen: schedule.times.join() === hour })),
    ),
    select(
      `digest:clock:${channelId}`,
      say.pickClock,
      clocks.map((clock) => ({
        label: `${say.itIs(clock.time)}: ${clock.label}`,
        value: clock.zones[0] ?? 'UTC',
        chosen: clock === chosen,
      })),
    ),
    ...(chosen === undefined
      ? []
      : [
          select(
            `digest:zone:${channelId}`,
            say.pickCity,
            chosen.zones.map((zone, nth) => ({
              label: chosen.cities[nth] ?? zone,
              value: zone,
              chosen: zone === schedule.zone,
            })),
          ),
        ]),
    // A change never posts by itself.
    buttons(...undo, button(`digest:post:${channelId}`, wordsIn(texts).channels.postNow)),
  ]);
}
