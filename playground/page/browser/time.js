import { h } from './dom.js';

let base = 0;
let since = 0;
let isRunning = false;
let locale = 'en-US';

/** What the playground's clock shows, in epoch ms. */
export function now() {
  return isRunning ? base + performance.now() - since : base;
}

/** @param {{ now: number, running: boolean }} clock */
export function setClock(clock) {
  base = clock.now;
  since = performance.now();
  isRunning = clock.running;
  refreshTimes();
}

/** @param {string} name */
export function setLocale(name) {
  locale = name;
}

/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const styles = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  /** Format of the page's own clock. */
  clock: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
};

/** @type {[unit: Intl.RelativeTimeFormatUnit, ms: number][]} */
const units = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** A moment in one of Discord's styles. @param {number} at @param {string} style */
export function timeText(at, style) {
  if (style === 'R') {
    const away = at - now();
    const [unit, ms] = units.find(([, size]) => Math.abs(away) >= size) ?? ['second', 1_000];
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(away / ms), unit);
  }
  return new Intl.DateTimeFormat(locale, styles[style] ?? styles.f).format(at);
}

/** A time element; `refreshTimes` keeps relative ones current. @param {number} at @param {string} style */
export function timeElement(at, style) {
  const attributes = { datetime: new Date(at).toISOString(), title: timeText(at, 'F') };
  return h('time', { ...attributes, 'data-at': at, 'data-style': style }, timeText(at, style));
}

/** Updates all relative times. */
export function refreshTimes() {
  for (const element of document.querySelectorAll('time[data-style="R"]')) {
    const text = timeText(Number(element.getAttribute('data-at')), 'R');
    if (element.textContent !== text) element.textContent = text;
  }
}
