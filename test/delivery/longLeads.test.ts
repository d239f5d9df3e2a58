import { expect, test } from 'vitest';
import { headlinesCard } from '../../src/discord/cards/headlines.ts';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { firstDay, hour, itemOf, openDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { textsOf } from '../discord/digestFixture.ts';

const morning = firstDay + 5 * hour;
/** 66 words, as in a court report or an obituary: more than an article may give in public. */
const longLead =
  'The supreme court of Vennmark decided on Monday after a hearing of nine months that the owners of the seventeen wind farms along the northern coast, who had sued the ministry of energy and the two grid companies over the rules for the sale of power in the winters of the past three years, must be paid back one hundred and ninety million crowns with interest by the end of March next year.';
const title = 'Supreme court orders ministry to pay back wind farm owners';
const further = [
  'The ministry of energy said that it would pay the wind farms in three parts.',
  'Judge Ella Stroem read the ruling for two hours in the large hall of the court in Marhaven, where some two hundred people had come to listen.',
  'The owners had asked for three hundred million crowns, and the grid companies had offered sixty million before the trial began in February.',
];

test.each([
  ['a shorter sentence of the article stands under its headline', [longLead, ...further], further[0]],
  ['the lead does where the article has no other sentence', [longLead], longLead],
])('of a lead longer than 60 words %s', async (_, paragraphs, quoted = '') => {
  const at = await openDesk({
    before: ([post, courier, lantern]) => {
      post?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', morning)]);
      courier?.feed('/world.xml', [itemOf(events.ferry[1], '/ferry', morning)]);
      lantern?.feed('/tech.xml', [itemOf({ title, paragraphs }, '/ruling', morning)]);
    },
  });
  await at.app.desk.change.subscribe(at.by, at.channelId, ['world', 'technology']);
  await at.drain();
  const headlines = await at.app.desk.ask.headlines({ serverId: at.serverId }, undefined, 'today');
  const options = { texts: textsFor('en-GB'), topicId: undefined } as const;
  await at.to(0, '08:00');
  for (const text of [at.posted()[0], textsOf(headlinesCard(headlines, options)).join('\n')]) {
    expect(text).toContain(title);
    expect(text).toContain(quoted);
    expect(text).toContain('Lantern');
    expect(text?.includes(longLead)).toBe(quoted === longLead);
  }
});
