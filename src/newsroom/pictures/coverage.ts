/** A chart of reports over time: bars for all outlets together, and one row per outlet. Long row labels are cut. */
export interface CoverageChart {
  /** The number of time spans on the horizontal axis. */
  spans: number;
  /** The number of all outlets' reports in each span. */
  all: readonly number[];
  /** The words above the bars. */
  heading: string;
  rows: readonly {
    label: string;
    /** The number of reports in each span. */
    counts: readonly number[];
    /** The span of the story's first report; set only in the row of its outlet. */
    first?: number;
    /** Spans with a correction. */
    corrected: readonly number[];
  }[];
  /** Vertical lines at the starts of spans, each with a label below. */
  ticks: readonly { at: number; label: string; strong?: boolean }[];
  /** The labels that explain the diamond (first report) and the triangle (correction). */
  legend: { first: string; corrected?: string };
}

const width = 520;
const left = 166;
const right = 14;
const top = 30;
const allHeight = 64;
const rowHeight = 24;
const barHeight = 15;
const font = 15;
/** Pixels per unit. A phone shows a Discord picture 330 points wide; this scale keeps texts readable there. */
const scale = 2;
/** Maximum width of an outlet's name, in SVG units. */
const labelWidth = 146;
/** Space for a label below the lines, in SVG units. A label closer to the right edge is right-aligned. */
const labelRoom = 62;
/** Approximate widths of letters, in SVG units at this font size. */
const letterWidths = { narrow: 4.5, usual: 8.2, wide: 10.5 };
/** The opaque background makes the chart look the same in Discord's dark and light themes. */
const colours = {
  paper: '#1f2329',
  ink: '#f0f2f5',
  soft: '#aab2bd',
  line: '#3a414b',
  all: '#8fa3b8',
  bar: '#5aa9e6',
  first: '#ffd166',
  corrected: '#ff8f6b',
};

const escaped = (text: string) =>
  text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
const widthOf = (letter: string): number =>
  /[\s.,:;'’!|iIjlftr()]/.test(letter)
    ? letterWidths.narrow
    : /[\p{Lu}mwшщжюмы@&%—–]/u.test(letter)
      ? letterWidths.wide
      : letterWidths.usual;

/** Cuts the text to `labelWidth`, the space beside the bars. */
function short(text: string): string {
  const letters = [...text];
  let width = 0;
  const fitting = letters.findIndex((letter) => {
    width += widthOf(letter);
    return width > labelWidth;
  });
  return fitting < 0
    ? text
    : `${letters
        .slice(0, fitting - 1)
        .join('')
        .trimEnd()}…`;
}
const round = (value: number) => Math.round(value * 10) / 10;

const words = (x: number, y: number, text: string, more: { fill?: string; anchor?: string } = {}) =>
  `<text x="${round(x)}" y="${round(y)}" fill="${more.fill ?? colours.ink}" text-anchor="${more.anchor ?? 'start'}">${escaped(text)}</text>`;
const rect = (x: number, y: number, w: number, h: number, fill: string) =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" rx="1.5" fill="${fill}"/>`;
const diamond = (x: number, y: number) =>
  `<path d="M${round(x)} ${round(y - 7)}l6 7-6 7-6-7z" fill="${colours.first}" stroke="${colours.paper}" stroke-width="1.5"/>`;
const triangle = (x: number, y: number) =>
  `<path d="M${round(x)} ${round(y - 7)}l7 13h-14z" fill="${colours.corrected}" stroke="${colours.paper}" stroke-width="1.5"/>`;

/** Draws the chart as SVG without links, scripts or styles. */
export function coverageSvg(chart: CoverageChart): string {
  const { spans, all, rows, ticks, legend } = chart;
  const step = (width - left - right) / spans;
  const bar = Math.max(1.5, step - Math.min(2, step / 4));
  const xOf = (span: number) => left + span * step;
  const base = top + allHeight;
  const rowsEnd = base + 12 + rows.length * rowHeight;
  const height = rowsEnd + 56;
  const most = Math.max(1, ...all);
  const mostInRow = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const bars = (counts: readonly number[], bottom: number, tallest: number, max: number, fill: string) =>
    counts.flatMap((count, span) => {
      const h = Math.max(3, (tallest * count) / max);
      return count > 0 ? [rect(xOf(span), bottom - h, bar, h, fill)] : [];
    });
  const middle = (span: number) => xOf(span) + bar / 2;
  const lines = ticks.map(
    ({ at, strong }) =>
      `<path d="M${round(xOf(at))} ${top - 4}V${rowsEnd}" stroke="${colours.line}" stroke-width="${strong ? 2 : 1}"/>`,
  );
  const drawnRows = rows.flatMap(({ label, counts, first, corrected }, index) => {
    const y = base + 12 + index * rowHeight;
    const bottom = y + rowHeight - 5;
    return [
      words(left - 10, bottom - 2, short(label), { anchor: 'end' }),
      ...bars(counts, bottom, barHeight, mostInRow, colours.bar),
      ...(first === undefined ? [] : [diamond(middle(first), bottom - 8)]),
      ...corrected.map((span) => triangle(middle(span), bottom - 8)),
    ];
  });
  const legendY = height - 12;
  const second = 60 + [...legend.first].reduce((sum, letter) => sum + widthOf(letter), 0);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" rx="8" fill="${colours.paper}"/>`,
    `<g font-family="Noto Sans" font-size="${font}">`,
    ...lines,
    words(14, 20, chart.heading, { fill: colours.soft }),
    words(left - 10, top + 12, String(most), { fill: colours.soft, anchor: 'end' }),
    `<path d="M${left} ${base}H${width - right}" stroke="${colours.line}"/>`,
    ...bars(all, base, allHeight - 4, most, colours.all),
    ...drawnRows,
    ...ticks.map(({ at, label }) =>
      xOf(at) > width - labelRoom
        ? words(width - 8, rowsEnd + 18, label, { fill: colours.soft, anchor: 'end' })
        : words(xOf(at), rowsEnd + 18, label, { fill: colours.soft }),
    ),
    diamond(20, legendY - 5),
    words(34, legendY, legend.first, { fill: colours.soft }),
    ...(legend.corrected === undefined
      ? []
      : [triangle(second, legendY - 5), words(second + 14, legendY, legend.corrected, { fill: colours.soft })]),
    '</g></svg>',
  ].join('');
}
