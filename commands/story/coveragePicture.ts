import { dayMs, type EpochMs, hourMs } from '../../src/clock.ts';
import { oneLine } from '../../src/discord/cards/escape.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import { cut } from '../../src/engine/text/cut.ts';
import type { CoverageChart } from '../../src/newsroom/pictures/coverage.ts';
import { isDrawable } from '../../src/newsroom/pictures/fonts.ts';
import { localDateAt, startOfDay } from '../../src/schedule/localTime.ts';
import type { Timeline } from './timeline.ts';

type OutletTimes = Timeline['outlets'][number];

const rowsMax = 12;
const spansMax = 36;
const spanHours = [1, 2, 3, 6, 12, 24, 48, 96];
const ticksMax = 5;
const altMax = 1_000;

/** A chart, its alternative text, and outlets with numbers because the font can't draw their names. */
export interface CoveragePicture {
  chart: CoverageChart;
  alt: string;
  /** Listed below the picture. */
  numbered: readonly { number: number; name: string }[];
}

/** Shows who reported when: a bar for each span of an hour or longer, and a line for each outlet. */
export function coveragePicture({ outlets, zone }: Timeline, texts: Texts): CoveragePicture {
  const say = texts.story.picture;
  const moments = outlets.flatMap(({ reports, corrections }) => [...reports, ...corrections]);
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  const day = startOfDay(first, zone);
  const hours = spanHours.find((one) => (last - first) / (one * hourMs) < spansMax - 1) ?? 192;
  const spanMs = hours * hourMs;
  const start = day + Math.floor((first - day) / spanMs) * spanMs;
  const spans = Math.max(6, Math.floor((last - start) / spanMs) + 1);
  const spanOf = (at: EpochMs) => Math.min(spans - 1, Math.max(0, Math.floor((at - start) / spanMs)));
  const countsOf = (times: readonly EpochMs[]) => {
    const counts = Array<number>(spans).fill(0);
    for (const at of times) counts[spanOf(at)] = (counts[spanOf(at)] ?? 0) + 1;
    return counts;
  };
  const { shown, others } = rowsOf(outlets, texts);
  const numbered = shown.flatMap(({ label, name }) => (label === name ? [] : [{ number: Number(label), name }]));
  const corrected = outlets.some(({ corrections }) => corrections.length > 0);
  const rows = [...shown, ...others].map(({ label, reports, corrections }, index) => ({
    label,
    counts: countsOf(reports),
    ...(index === 0 ? { first: spanOf(reports[0] ?? first) } : {}),
    corrected: [...new Set(corrections.map(spanOf))],
  }));
  const chart: CoverageChart = {
    spans,
    all: countsOf(outlets.flatMap(({ reports }) => reports)),
    heading: `${say.heading({ hours, days: Math.floor(hours / 24) })} · ${texts.digest.timeIn({ zone: texts.f.city(zone) })}`,
    rows,
    ticks: ticksOf({ start, spans, spanMs, zone }, texts),
    legend: { first: texts.story.firstReport, ...(corrected ? { corrected: say.correction } : {}) },
  };
  return { chart, alt: altOf(outlets, zone, numbered, texts), numbered };
}

type Row = OutletTimes & { label: string };

/** A line for each of the first outlets and one for the others. A name that can't be drawn becomes a number. */
function rowsOf(outlets: readonly OutletTimes[], texts: Texts): { shown: Row[]; others: Row[] } {
  const alone = outlets.length > rowsMax ? rowsMax - 1 : rowsMax;
  let number = 0;
  const shown = outlets.slice(0, alone).map((outlet) => {
    const name = oneLine(outlet.name, 60);
    if (name !== '' && isDrawable(name)) return { ...outlet, name, label: name };
    number += 1;
    return { ...outlet, name, label: String(number) };
  });
  const rest = outlets.slice(alone);
  if (rest.length === 0) return { shown, others: [] };
  const label = texts.story.picture.others({ count: rest.length });
  const reports = rest.flatMap((one) => one.reports);
  return { shown, others: [{ name: label, label, reports, corrections: rest.flatMap((one) => one.corrections) }] };
}

interface Axis {
  start: EpochMs;
  spans: number;
  spanMs: number;
  zone: string;
}

/**
 * Ticks at the first span (unless a day begins soon after), at each new day, and at hours in between. A tick is left
 * out if its label would overlap another.
 */
function ticksOf({ start, spans, spanMs, zone }: Axis, texts: Texts): CoverageChart['ticks'] {
  const apart = Math.ceil(spans / ticksMax);
  const dateOf = (span: number) => localDateAt(start + span * spanMs, zone);
  const all = Array.from({ length: spans }, (_, span) => span);
  const days = all.filter((span) => span > 0 && dateOf(span) !== dateOf(span - 1));
  const first = days.length === 0 || (days[0] ?? 0) >= apart || spanMs >= dayMs ? [0] : [];
  const taken = new Set<number>();
  // A label begins at its tick, unless it would leave the picture.
  const labelAt = (span: number) => Math.min(span, spans - 0.85 * apart);
  const isFree = (span: number) => [...taken].every((at) => Math.abs(labelAt(at) - labelAt(span)) >= 0.9 * apart);
  const hours = spanMs < dayMs ? all.filter((span) => span % apart === 0) : [];
  for (const span of [...first, ...days, ...hours]) if (isFree(span)) taken.add(span);
  return [...taken]
    .toSorted((a, b) => a - b)
    .map((at) => {
      const isDay = days.includes(at) || spanMs >= dayMs;
      const label = isDay ? texts.f.shortDay : texts.f.clock;
      return { at, label: label(start + at * spanMs, zone), ...(isDay && at > 0 ? { strong: true } : {}) };
    });
}

/** The picture's alternative text, at most `altMax` characters. */
function altOf(outlets: readonly OutletTimes[], zone: string, numbered: CoveragePicture['numbered'], texts: Texts) {
  const say = texts.story.picture;
  const at = (moment: EpochMs) => texts.f.dayAndClock(moment, zone);
  const reports = outlets.flatMap((one) => one.reports).sort((a, b) => a - b);
  const [opener] = outlets;
  const head = say.altHead({
    outlets: outlets.length,
    reports: reports.length,
    first: at(reports[0] ?? 0),
    last: at(reports.at(-1) ?? 0),
  });
  const by = opener === undefined ? '' : say.altFirst({ outlet: oneLine(opener.name, 60) });
  const legend = numbered.map(({ number, name }) => say.altNumber({ number, name }));
  const lines = outlets.map(({ name, reports, corrections }) =>
    say.altOutlet({
      outlet: oneLine(name, 60),
      times: texts.f.list(reports.slice(0, 6).map(at)),
      more: Math.max(0, reports.length - 6),
      corrections: corrections.map(at).join(', '),
    }),
  );
  let alt = [head, by, ...legend].filter(Boolean).join(' ');
  for (const [index, line] of lines.entries()) {
    const more = say.altMore({ outlets: lines.length - index });
    if (alt.length + line.length + more.length + 2 > altMax) return `${alt} ${more}`;
    alt = `${alt} ${line}`;
  }
  return cut(alt, altMax);
}
