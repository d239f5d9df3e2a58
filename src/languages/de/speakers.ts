import type { Around } from '../language.ts';
import { either } from '../words.ts';
import { germanOpeners } from './pronouns.ts';

/** Stems whose forms end in -t, -te, -ten and -en, or begin with ge-. */
const stems = either(`
  antwort appellier argumentier äußer beklag bekräftig beschuldig bestätig beteuer beton bilanzier droh erinner erklär
  ergänz erzähl forder frag freu füg hoff klag kommentier konter kritisier kündig mahn mein prognostizier resümier sag
  schätz schilder schimpf schwärm seufz spekulier stell teil twitter urteil verlang versicher verteidig warn
  wiederhol
`);
const stemsWithE = either('befürchte begründe behaupte berichte entgegne fürchte poste rechne spotte verkünde vermute');
const irregular = either(`
  beschreibt beschrieb gab gesteht gestand gibt nannte rief ruft schreibt schrieb spricht sprach unterstrich verrät
  verriet verspricht versprach widersprach widerspricht
`);
const verb = `(?:(?:${stems})(?:t|te|ten|ete|en)|(?:${stemsWithE})(?:t|te|ten|n)|${irregular})`;
/** Verbs with which a speaker reports the words of somebody else. */
const reported = new RegExp(
  `(?<!\\p{L})(?:${verb}|gerufen|zugerufen|geschrien|geschrieben|genannt|ge(?:${stems})e?t|(?:${stems})t)(?!\\p{L})`,
  'u',
);

const name = "\\p{Lu}[\\p{L}'’-]*\\p{L}";
const degree = '(?:Dr|Prof|Mag|Ing)\\.';
/** Not "zu": "sagte Ida Brandt zu Per Ravn" names whom she spoke to. */
const nobiliary = '(?:von|van|de|der|al|bin)';
/** Names and roles in a row, since German capitalises both: "Bürgermeisterin Ines Roth". */
const run = `(?:${degree}\\s)*${name}(?:\\s(?:${degree}(?=\\s\\p{Lu})|\\p{Lu}\\.|${name}|${nobiliary}(?=(?:\\s${nobiliary})?\\s\\p{Lu}))){0,5}`;
const determiner = '(?:(?:der|die|das|deren|dessen|ein|eine|sein|seine|ihr|ihre)\\s(?:[\\p{Ll}\\d-]+\\s){0,2})';
/** The name after a role ("der Vorsitzende der Fraktion, Per Holt"), else the run itself. */
const subject = `(?:${determiner}?${name}(?:\\s(?:der|des|von|vom|für|im|in|aus|bei|beim)\\s[^,.“”:]{2,60})?,\\s(${name}(?:\\s${name}){1,2})(?=[,.]|$)|${determiner}?(${run}))`;

/** "„…“, sagte NAME", "„…“, freute sich NAME", "„…“, so NAME"; "“…”, so Ida Brandt left the room" is English. */
const behind = new RegExp(
  `^[,“”«»"]{0,3}\\s(?:${verb}|so(?=\\s[^.,]*(?:[.,]|\\s(?:am|auf|bei|gegenüber|im|in|nach|vor|weiter|zu[mr]?)\\s)))\\s(?:sich\\s)?${subject}`,
  'u',
);
/** "NAME sagte am Montag: „…“", "Am Montag sagte NAME: „…“" */
const ahead = new RegExp(
  `(?:^|[.!?“”]\\s)([^.!?“”:]{0,160}?)(?<!\\p{L})${verb}(?!\\p{L})\\s?([^.!?“”:]{0,80}):\\s?$`,
  'u',
);
const firstRun = new RegExp(run, 'u');
const prepositional = new RegExp(
  `(?<!\\p{L})(?:am|im|in|an|auf|aus|bei|beim|mit|nach|von|vom|vor|seit|zu|zum|zur|gegenüber|laut|für|über)\\s(?:(?:der|die|das|dem|den|des|einem|einer|einen|seinem|seiner|ihrem|ihrer)\\s)?(?:\\p{Ll}+\\s)?${run}|${run}\\s(?:gegenüber|zufolge)(?!\\p{L})`,
  'giu',
);
const opener = /^\s*(\p{Lu}\p{Ll}+)(?=[\s,])/u;
/** A possible second subject after the verb: in "Dag Moe drohte der Mann: „…“" either may have spoken. */
const mayBeSubject = /^(?:(?:der|ein)\s\p{Lu}\p{L}+|eine[rs]?|er|es|jemand|man|sie)\s*$/u;
/** Words before a quotation that aren't its speaker: nouns such as in "Sein Fazit: „…“", lone articles and pronouns. */
const noSpeaker =
  /(?:^|\s)\p{L}*(?:[Aa]ntwort|[Bb]ilanz|[Ff]azit|[Ff]rage|[Mm]otto|[Rr]eaktion|[Tt]itel|[Uu]rteil|[Vv]orwurf|[Zz]itat)$|^(?:Der|Die|Das|Er|Es|Ich|Sie|Wir)(?!\p{L})/u;

/** The first name in a clause. Skips an opening adverb or conjunction, and names after a preposition. */
function nameInClause(clause: string): string | undefined {
  const bare = clause.replace(prepositional, ' ').replace(/^\s*(?:Der|Die|Das|Eine?|Seine?|Ihre?)\s/u, ' ');
  const opens = opener.exec(bare)?.[1] ?? '';
  return firstRun.exec(germanOpeners.has(opens) ? bare.replace(opener, ' ') : bare)?.[0];
}

function speakerAhead(before: string): string | undefined {
  const [, front = '', rest = ''] = ahead.exec(before.slice(-260)) ?? [];
  // It is unclear who spoke in "sagte, Per Ravn habe gerufen: „…“".
  if (rest.includes(',') && reported.test(rest.slice(rest.lastIndexOf(',')))) return undefined;
  // The subject follows the verb in "Am Dienstag sagte Brandt: „…“" and "Es sei spät, sagte Brandt: „…“".
  const inverted =
    (/,\s*$/.test(front) && front.split(',').length % 2 === 0) ||
    (front.includes(',') && germanOpeners.has(opener.exec(front)?.[1] ?? ''));
  const inFront = inverted ? undefined : nameInClause(front);
  return inFront !== undefined && mayBeSubject.test(rest) ? undefined : (inFront ?? nameInClause(rest));
}

/**
 * The speaker named beside a quotation in a German sentence ("„…“, sagte NAME", "NAME erklärte: „…“"). Never a pronoun;
 * undefined if two people may be meant.
 */
export function germanSpeaker({ before, after }: Around): string | undefined {
  const named = behind.exec(after.slice(0, 200));
  // Drop the period of "am 3. Mai", which ends no sentence.
  const found = named?.[1] ?? named?.[2] ?? speakerAhead(before.replace(/(?<=\d)\.(?=\s)/g, ''));
  return found === undefined || germanOpeners.has(found) || noSpeaker.test(found) ? undefined : found;
}
