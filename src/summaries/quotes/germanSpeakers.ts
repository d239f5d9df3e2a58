import type { Around } from '../around.ts';
import { germanOpeners } from './germanPronouns.ts';
import {
  germanMood,
  germanNaming,
  germanParticiple,
  germanState,
  germanVerb,
  isNoSpeaker,
  othersGermanWords,
} from './germanSpeech.ts';

const name = "\\p{Lu}[\\p{L}'’-]*\\p{L}";
const degree = '(?:Dr|Prof|Mag|Ing)\\.';
/** Not "zu": "sagte Ida Brandt zu Per Ravn" names whom she spoke to. */
const nobiliary = '(?:von|van|de|der|al|bin)';
/** Names and roles, which German writes with capitals alike, in a row: "Bürgermeisterin Ines Roth". */
const run = `(?:${degree}\\s)*${name}(?:\\s(?:${degree}(?=\\s\\p{Lu})|\\p{Lu}\\.|${name}|${nobiliary}(?=(?:\\s${nobiliary})?\\s\\p{Lu}))){0,5}`;
const determiner = '(?:(?:der|die|das|deren|dessen|ein|eine|sein|seine|ihr|ihre)\\s(?:[\\p{Ll}\\d-]+\\s){0,2})';
/** "der Vorsitzende der Fraktion, Per Holt": the name behind the role, else the run itself. */
const subject = `(?:${determiner}?${name}(?:\\s(?:der|des|von|vom|für|im|in|aus|bei|beim)\\s[^,.“”:]{2,60})?,\\s(${name}(?:\\s${name}){1,2})(?=[,.]|$)|${determiner}?(${run}))`;

/** "„…“, sagte NAME", "„…“, freute sich NAME", "„…“, so NAME" */
const behind = new RegExp(`^[,“”«»"]{0,3}\\s(?:so|${germanVerb})\\s(?:sich\\s)?${subject}`, 'u');
/** Sounds and moods do behind a quotation that opens its sentence: "lachte NAME". */
const behindWhole = new RegExp(
  `^,\\s(?:${germanMood}|(?:zeigte?|gab|gibt)(?=\\ssich\\s)|findet|fand)\\s(?:sich\\s)?${subject}`,
  'u',
);
/** "„…“, hatte NAME gesagt", "„…“, wird NAME zitiert" */
const compound = new RegExp(
  `^,?\\s(?:(?:hat|hatte)\\s${subject}[^.!?“”:,]{0,80}?\\s${germanParticiple}|wird\\s${subject}[^.!?“”:,]{0,80}?\\szitiert)(?!\\p{L})`,
  'u',
);
const ahead = new RegExp(
  `(?:^|[.!?“”]\\s)([^.!?“”:]{0,160}?)(?<![\\p{L}])${germanVerb}(?![\\p{L}])\\s?([^.!?“”:]{0,80}):\\s?$`,
  'u',
);
/** "Trainer Dag Moe war bedient: „…“", "Brandt weiter: „…“" */
const state = new RegExp(
  `^(${run})(?:\\s\\([^()]{1,30}\\))?(?:,\\s[^,“”]{2,80},)?\\s(?:${germanState}|hat(?:te)?\\s[^.!?“”:,]{0,60}${germanParticiple}|zu[mr]?\\s(?:[^.!?“”:,]{2,40}\\s)?\\p{Lu}[\\p{L}-]+|abschließend|dazu|knapp|selbst|später|weiter|wörtlich):\\s?$`,
  'u',
);
/** "Brandt nannte den Plan „…“", "Brandt sagte, das Land sei „…“": the words are part of the sentence. */
const within = new RegExp(
  `^(?:(?:Der|Die|Das|Eine?|Seine?|Ihre?)\\s(?:\\p{Ll}+\\s)?)?(${run})(?:\\s\\([^()]{1,30}\\))?(?:,\\s[^,“”:]{2,80},)?\\s(?:${germanVerb}|${germanNaming})(?![\\p{L}])([^“”:]{0,160})$`,
  'u',
);
/** "Laut Brandt ist …", "Nach Ansicht von Ida Brandt …", "Wie Ida Brandt mitteilte, …" */
const source = new RegExp(
  `^(?:Laut|Nach\\s(?:Angaben|Ansicht|Auffassung|Aussage|Darstellung|Einschätzung|Meinung|Überzeugung|Worten)\\s(?:von|der|des))\\s${determiner}?(${run})\\s([^“”:]{1,160})$|^Wie\\s${determiner}?(${run})\\s[^,“”:]{0,80}${germanVerb}[^,“”:]{0,40},\\s([^“”:]{1,160})$`,
  'u',
);
const first = new RegExp(run, 'u');
const prepositional = new RegExp(
  `(?<![\\p{L}])(?:am|im|in|an|auf|aus|bei|beim|mit|nach|von|vom|vor|seit|zu|zum|zur|gegenüber|laut|für|über)\\s(?:(?:der|die|das|dem|den|des|einem|einer|einen|seinem|seiner|ihrem|ihrer)\\s)?(?:\\p{Ll}+\\s)?${run}|${run}\\s(?:gegenüber|zufolge)(?!\\p{L})`,
  'giu',
);
/** What somebody said, in the report of another: "sagte, Per Ravn habe gerufen: „…“". */
const reported = new RegExp(`(?<!\\p{L})(?:${germanVerb}|${germanParticiple})(?!\\p{L})`, 'u');
const pronoun = /(?<!\p{L})(?:einer?|er|es|jemand|man|sie)(?!\p{L})/u;
/** "Zuvor hatte Ravn gewarnt, nun sagte Brandt: „…“" */
const adverbLast = /,\s(?!(?:der|die|das|dem|den)\s)(?:\p{Ll}+\s){1,2}$/u;
const article = /^\s*(?:Der|Die|Das|Eine?|Seine?|Ihre?)\s/u;
const opener = /^\s*(\p{Lu}\p{Ll}+)(?=[\s,])/u;
/** "Brandt sagte, Ravn habe sie „…“ genannt": whose words are Ravn's. */
const goesOn = new RegExp(`^\\s(?:\\p{Ll}+\\s)?${germanParticiple}`, 'u');

/** "kritisierte, dass Per Ravn …", "kritisierte, Ravn habe …": what another did. "Das Land sei „…“" is a view. */
const othersClause = new RegExp(
  `${othersGermanWords.source}|(?<!\\p{L})(?:dass|steht|stand)\\s|,\\s[^,]*(?<!\\p{L})habe(?!\\p{L})`,
  'u',
);

/** The name in a clause; without what stands behind a preposition and the adverb or conjunction that opens it. */
function nameIn(clause: string): string | undefined {
  const bare = clause.replace(prepositional, ' ').replace(article, ' ');
  const opens = opener.exec(bare)?.[1];
  return first.exec(opens !== undefined && germanOpeners.has(opens) ? bare.replace(opener, ' ') : bare)?.[0];
}

const opensWithName = (found: string | undefined): found is string =>
  found !== undefined && !germanOpeners.has(found.split(' ', 1)[0] ?? '') && !isNoSpeaker(found);

/** "rief ein Mann Dag Moe zu." */
const calling = /^\P{L}*(?:brüllte|flüsterte|raunte|rief|ruft)\s/u;
const soNamed = /^\P{L}*so\s/u;
const place =
  /^\s(?:am|auf|aus|bei|beim|des|der|gegenüber|im|in|laut|mit|nach|über|und|vom|von|vor|weiter|zu|zum|zur)(?!\p{L})/u;
/** "Dag Moe drohte der Mann: „…“": either may have said it. */
const mayBeSubject = /^(?:(?:der|ein)\s\p{Lu}\p{L}+|eine[rs]?|er|es|jemand|man|sie)\s*$/u;

function speakerBehind({ before, after }: Around): string | undefined {
  const near = after.slice(0, 200);
  const match = behind.exec(near) ?? compound.exec(near) ?? (/^\P{L}*$/u.test(before) ? behindWhole.exec(near) : null);
  if (!match || (calling.test(match[0]) && /^\s(?:entgegen|nach|zu)(?:[.,]|$)/.test(near.slice(match[0].length))))
    return undefined;
  // "“…”, so Ida Brandt left the room" is English.
  if (
    soNamed.test(match[0]) &&
    /^\s\p{Ll}/u.test(near.slice(match[0].length)) &&
    !place.test(near.slice(match[0].length))
  )
    return undefined;
  return match.slice(1).find((one) => one !== undefined);
}

function speakerAhead(before: string): string | undefined {
  const clause = ahead.exec(before.slice(-260));
  if (!clause) return undefined;
  const [, subject = '', rest = ''] = clause;
  if (othersGermanWords.test(rest)) return undefined;
  const last = rest.slice(rest.lastIndexOf(',') + 1);
  // "sagte, Per Ravn habe gerufen: „…“" is Ravn's; whose "sagte, er habe gerufen" is nobody knows.
  if (rest.includes(',') && reported.test(last)) {
    const names = last.replace(prepositional, ' ').match(new RegExp(run, 'gu')) ?? [];
    if (names.length > 0 || pronoun.test(last)) return names.length === 1 && !pronoun.test(last) ? names[0] : undefined;
  }
  // "Am Dienstag sagte Brandt: „…“", "Als es dunkel wurde, sagte Brandt: „…“", "Es sei spät, sagte Brandt: „…“" (one
  // comma closes no apposition): the subject stands behind the verb.
  const inverted =
    adverbLast.test(subject) ||
    (/,\s*$/.test(subject) &&
      (subject.split(',').length % 2 === 0 || germanOpeners.has(opener.exec(subject)?.[1] ?? '')));
  const inFront = inverted ? undefined : nameIn(subject);
  return inFront !== undefined && mayBeSubject.test(rest) ? undefined : (inFront ?? nameIn(rest));
}

function speakerAround({ before, after }: Around): string | undefined {
  const stated = state.exec(before)?.[1];
  if (opensWithName(stated)) return stated;
  const told = source.exec(before);
  const [, found, rest = ''] = told?.slice(told[1] === undefined ? 2 : 0) ?? within.exec(before) ?? [];
  return opensWithName(found) && !reported.test(rest) && !othersClause.test(rest) && !goesOn.test(after)
    ? found
    : undefined;
}

/**
 * Who is named beside a quotation in a German sentence: "„…“, sagte NAME", "„…“, so NAME", "NAME erklärte: „…“"; never
 * a pronoun.
 */
export function germanSpeaker(around: Around): string | undefined {
  // The point of "am 3. Mai" ends nothing.
  const plain = { ...around, before: around.before.replace(/(?<=\d)\.(?=\s)/g, '') };
  const found = speakerBehind(around) ?? speakerAhead(plain.before) ?? speakerAround(plain);
  return found === undefined || isNoSpeaker(found) ? undefined : found;
}
