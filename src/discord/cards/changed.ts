import { localDateAt } from '../../schedule/localTime.ts';
import type { ChangedFigure } from '../../storage/postContent.ts';
import type { Texts } from '../texts/texts.ts';
import { escapeMarkdown, type Links } from './escape.ts';
import { moment } from './parts.ts';

/** Maximum number of values in one line; the story's card has all of them. */
const valuesMax = 4;

/** "people killed: **95** · Wednesday 87 · Tuesday 85", each value linked to its article. */
export function changedLine({ noun, values }: ChangedFigure, zone: string, links: Links, texts: Texts): string {
  const shown = values.slice(0, valuesMax).map(({ value, url, at }, nth) => {
    const linked = links(value, url, 40);
    return nth === 0 ? `**${linked}**` : `${dayBefore(at, values[0]?.at ?? at, zone, texts)} ${linked}`;
  });
  return `${escapeMarkdown(noun, 40)}: ${shown.join(' · ')}`;
}

/** The weekday if `at` is less than a week before `latest`, else the date. */
export function dayBefore(at: number, latest: number, zone: string, texts: Texts): string {
  const date = localDateAt(at, zone);
  const days = Temporal.PlainDate.from(date).until(localDateAt(latest, zone), { largestUnit: 'days' }).days;
  return days < 7 ? texts.f.weekdayOf(date) : moment(at, 'D');
}
