import { list } from '../../../languages/words.ts';
import firstNames from './firstNames.json' with { type: 'json' };

const male = list(firstNames.male);
const female = list(firstNames.female);

/** Words that appear in names of organisations, places and papers, but not of people. */
const notPeople = list(`
  Academy Administration Agency Airport America American Americans Army Association Authority Awards Bank Board Bureau
  Center Centre Championship Championships Church City Club Commission Committee Company Congress Council County Court
  Cup Democratic Democrats Department Europe Facebook Festival Force Foundation Fund Games Government Group Guard
  Hospital House Institute Journal Kingdom League Magazine Ministry Museum Nations Navy Network News Office Open
  Parliament Party Police Post Press Prix Republican Republicans Reuters School Senate Service Services Stadium State
  States Street Times Tribune Trophy Twitter Union University The Monday Tuesday Wednesday Thursday Friday Saturday
  Sunday North South East Northern Southern Eastern Western United Saudi New
`);

const title =
  /^(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Sir|Dame|Lord|Lady|President|Senator|Governor|Mayor|Secretary|Justice|Judge|Pope|King|Queen|Prince|Princess|Chancellor|Chief|Professor|Speaker|Minister|Prime|Vice|Former|Attorney|General)\.?\s+)+/;

/** The pronoun that a name's title or first name implies; undefined if the first name is unknown or used by both. */
export function pronounOf(name: string): 'he' | 'she' | undefined {
  if (/^(?:Mr|Sir|Lord|King|Prince|Pope)\b|\b(?:brother|father|husband|son|uncle)\s/.test(name)) return 'he';
  if (/^(?:Mrs|Ms|Dame|Lady|Queen|Princess)\b|\b(?:aunt|daughter|mother|sister|wife)\s/.test(name)) return 'she';
  const [first = ''] = name.replace(title, '').split(/\s/);
  if (male.has(first) === female.has(first)) return undefined;
  return male.has(first) ? 'he' : 'she';
}

/** Whether a speaker looks like one person's name: capitalised words, none of which belongs to an institution. */
export function isPerson(speaker: string): boolean {
  const bare = speaker.replace(title, '');
  return (
    /^\p{Lu}[\p{L}'’.-]+(?:\s+(?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|bin|al|la|del|da)){0,3}$/u.test(bare) &&
    !bare.split(/\s+/).some((word) => notPeople.has(word))
  );
}

/** Strips a lower-case role before a name ("United manager Alex Roth"); returns anything else unchanged. */
export const nameIn = (speaker: string): string =>
  /(?:^|\s)(?!(?:de|van|von|der|bin|al|la|del|da)\s)\p{Ll}[\p{L}’'-]+\s(\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,3})$/u.exec(
    speaker,
  )?.[1] ?? speaker;

/** Bounded, so that a long run of capitals takes linear time. */
const fullName = /\p{Lu}[\p{L}'’-]{1,40}(?:\s+\p{Lu}\.)*(?:\s+\p{Lu}[\p{L}'’-]{1,40}){1,3}/gu;
/** Characters read per paragraph; enough for any real one. */
const lettersRead = 20_000;

const personName =
  /(?<!\p{L})\p{Lu}[\p{L}'’-]{1,40}(?:\s\p{Lu}\.)?(?:\s(?:de|van|von|der|bin|al|la|del|da)){0,2}(?:\s\p{Lu}[\p{L}'’-]{1,40}){1,2}/gu;

/** Full names of people in the order in which they are named, each once. */
export function peopleIn(paragraphs: readonly string[]): string[] {
  const names = paragraphs.flatMap((paragraph) => paragraph.slice(0, lettersRead).match(personName) ?? []);
  return [...new Set(names.map((name) => name.replace(/[’']s$/, '').replace(title, '')))].filter(
    (name) => name.includes(' ') && isPerson(name),
  );
}

/** Maps each surname to the first full name with it; a name with a known first name takes precedence. */
export function fullNamesIn(paragraphs: readonly string[]): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const others = new Map<string, string>();
  for (const paragraph of paragraphs) {
    for (const [run] of paragraph.slice(0, lettersRead).matchAll(fullName)) {
      const words = run
        .replace(/[’']s$/, '')
        .replace(title, '')
        .split(/\s+/);
      const at = words.findIndex((word) => male.has(word) || female.has(word));
      const name = words.slice(Math.max(0, at)).slice(0, 3);
      const full = name.join(' ');
      const surname = name.at(-1) ?? '';
      if (name.length < 2 || !isPerson(full)) continue;
      if (at >= 0) known.getOrInsert(surname, full);
      // Two people share the surname, so it resolves to itself.
      else others.set(surname, (others.get(surname) ?? full) === full ? full : surname);
    }
  }
  return new Map([...others, ...known]);
}
