import { type Texts, textsFor } from '../../../src/discord/texts/texts.ts';
import { markup, SafeMarkup } from '../../../src/engine/text/safeMarkup.ts';
import type { Content } from './content.ts';

/**
 * Lede's inline markup: an escaped character, bold, italics, a link, a moment. Everything else is text, because texts
 * of feeds were escaped when the message was drawn.
 */
const inlineMarks =
  /\\([^\sA-Za-z0-9])|(\*\*?)|\[((?:\\.|[^\\[\]])+)\]\((https?:\/\/[^\s()<>[]+)\)|<t:(-?\d{1,12}):([tTdDfFR])>/gu;
const wholeBold = /^\*\*(.*)\*\*$/;

/** A digest as HTML, without its date; headings are of level 3. */
export function htmlOf({ texts, zone, language }: Pick<Content, 'texts' | 'zone' | 'language'>): SafeMarkup {
  const say = textsFor(language);
  const inline = (line: string) => inlineOf(line, zone, say);
  return markup`${texts.map((text) => blockOf(text.split('\n'), inline))}`;
}

/** The numbered headlines of a digest as plain text. */
export const headlinesOf = ({ texts }: Pick<Content, 'texts'>): string[] =>
  texts.flatMap((text) => {
    const { heading, isList } = headOf(text.split('\n'));
    return heading === undefined || isList ? [] : [plainOf(heading)];
  });

/** A line without its markup. */
export const plainOf = (line: string): string =>
  line.replace(inlineMarks, (_whole, character?: string, _mark?: string, label?: string) =>
    label === undefined ? (character ?? '') : plainOf(label),
  );

/** A text's first line is its heading if it is bold. The lines below are briefs if none of them is small print. */
function headOf([first = '', ...rest]: readonly string[]) {
  const heading = wholeBold.exec(first)?.[1];
  return { heading, rest, isList: rest.length > 0 && !rest.some((line) => line.startsWith('-#')) };
}

function blockOf(lines: readonly string[], inline: (line: string) => SafeMarkup): SafeMarkup {
  const { heading, rest, isList } = headOf(lines);
  if (heading !== undefined && isList) {
    const items = rest.map((line) => markup`<li dir="auto">${inline(line)}</li>`);
    return markup`<h3>${inline(heading)}</h3>\n<ul>\n${items}\n</ul>`;
  }
  const shown = lines.flatMap((line, at) => {
    if (line.trim() === '' || line.startsWith('## ')) return [];
    if (at === 0 && heading !== undefined) return [markup`<h3 dir="auto">${inline(heading)}</h3>`];
    if (line.startsWith('> ')) return [markup`<blockquote dir="auto">${inline(line.slice(2))}</blockquote>`];
    if (line.startsWith('### ')) return [markup`<h3>${inline(line.slice(4))}</h3>`];
    if (line.startsWith('-#')) return [markup`<p><small>${inline(line.slice(2).trim())}</small></p>`];
    return [markup`<p dir="auto">${inline(line)}</p>`];
  });
  return markup`${shown}`;
}

function inlineOf(line: string, zone: string, say: Texts): SafeMarkup {
  const parts: SafeMarkup[] = [];
  const open: string[] = [];
  let at = 0;
  for (const match of line.matchAll(inlineMarks)) {
    const [whole, character, mark, label, url, seconds, style = ''] = match;
    parts.push(markup`${line.slice(at, match.index)}`);
    at = match.index + whole.length;
    if (character !== undefined) parts.push(markup`${character}`);
    else if (label !== undefined) parts.push(markup`<a href="${url ?? ''}">${inlineOf(label, zone, say)}</a>`);
    else if (seconds !== undefined) parts.push(timeOf(Number(seconds) * 1_000, style, zone, say));
    else if (mark !== undefined) parts.push(toggled(open, mark === '**' ? 'strong' : 'em'));
  }
  parts.push(markup`${line.slice(at)}`, ...open.reverse().map((tag) => new SafeMarkup(`</${tag}>`)));
  return new SafeMarkup(parts.map(({ text }) => text).join(''));
}

/** Ends the innermost element if it is `tag`, else begins one. */
function toggled(open: string[], tag: 'strong' | 'em'): SafeMarkup {
  if (open.at(-1) === tag) return new SafeMarkup(`</${open.pop()}>`);
  open.push(tag);
  return new SafeMarkup(`<${tag}>`);
}

/** A moment in the digest's zone, because the page has no script that could find the reader's zone. */
function timeOf(at: number, style: string, zone: string, { f }: Texts): SafeMarkup {
  const shown = { t: f.clock, T: f.clock, d: f.shortDay, D: f.shortDay }[style] ?? f.dayAndClock;
  return markup`<time datetime="${isoOf(at)}">${shown(at, zone)}</time>`;
}

/** RFC 3339 in UTC, to the second. */
export const isoOf = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
