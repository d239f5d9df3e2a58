import { germanOpeners } from './germanPronouns.ts';

const verb =
  '(?:sagte?n?|erklärte?n?|betonte?n?|meinte?n?|warnte?n?|forderte?n?|kritisierte?n?|teilte?n?|kündigte?n?|berichtete?n?|ergänzte?n?|antwortete?n?|schrieb(?:en)?|schreibt|fügte?n?|räumte?n?|versicherte?n?|versprach(?:en)?|verspricht|beklagte?n?|lobte?n?|urteilte?n?|rief(?:en)?|fragte?n?|bestätigte?n?|mahnte?n?|behauptete?n?|erzählte?n?|sagen)';
const name = "\\p{Lu}[\\p{L}'’-]*\\p{L}";
/** Not "zu": "sagte Ida Brandt zu Per Ravn" names whom she spoke to. */
const nobiliary = '(?:von|van|de|der|al|bin)';
/** Names and roles, which German writes with capitals alike, in a row: "Bürgermeisterin Ines Roth". */
const run = `(?:(?:Dr|Prof)\\.\\s)*${name}(?:\\s(?:\\p{Lu}\\.|${name}|${nobiliary}(?=(?:\\s${nobiliary})?\\s\\p{Lu}))){0,4}`;
const behind = new RegExp(
  `^[,“”«»"]{0,3}\\s(?:so|${verb})\\s(?:(?:der|die|das|ein|eine|sein|seine|ihr|ihre)\\s(?:\\p{Ll}+\\s){0,2})?(${run})`,
  'u',
);
const ahead = new RegExp(
  `(?:^|[.!?“”]\\s)([^.!?“”:]{0,160}?)(?<![\\p{L}])${verb}(?![\\p{L}])\\s?([^.!?“”:]{0,80}):\\s?$`,
  'u',
);
const first = new RegExp(run, 'u');
const prepositional = new RegExp(
  `(?<![\\p{L}])(?:am|im|in|an|auf|aus|bei|beim|mit|nach|von|vom|vor|seit|zu|zum|zur|gegenüber|laut|für|über)\\s(?:(?:der|die|das|dem|den|des|einem|einer|einen|seinem|seiner|ihrem|ihrer)\\s)?(?:\\p{Ll}+\\s)?${run}|${run}\\s(?:gegenüber|zufolge)(?!\\p{L})`,
  'giu',
);
/** What somebody said, in the report of another: "sagte, Per Ravn habe gerufen: „…“". */
const reported = new RegExp(
  `(?<!\\p{L})(?:${verb}|gesagt|gerufen|zugerufen|geschrien|geschrieben|geantwortet|gefragt|gewarnt|gedroht|behauptet|erklärt|gemeint|betont|gefordert|versprochen|versichert|erzählt|mitgeteilt)(?!\\p{L})`,
  'u',
);
const pronoun = /(?<!\p{L})(?:er|sie|ihm|ihr|ihn|ihnen|es)(?!\p{L})/u;
/** "Zuvor hatte Ravn gewarnt, nun sagte Brandt: „…“" */
const adverbLast = /,\s(?!(?:der|die|das|dem|den)\s)(?:\p{Ll}+\s){1,2}$/u;
const article = /^\s*(?:Der|Die|Das|Eine?)\s/u;
const opener = /^\s*(\p{Lu}\p{Ll}+)(?=[\s,])/u;

/** The name in a clause; without what stands behind a preposition and the adverb or conjunction that opens it. */
function nameIn(clause: string): string | undefined {
  const bare = clause.replace(prepositional, ' ').replace(article, ' ');
  const opens = opener.exec(bare)?.[1];
  return first.exec(opens !== undefined && germanOpeners.has(opens) ? bare.replace(opener, ' ') : bare)?.[0];
}

/** Who is named beside a quotation in a German sentence: "„…“, sagte NAME", "„…“, so NAME", "NAME erklärte: „…“"; never a pronoun or a bare role. */
export function germanSpeaker({ before, after }: { before: string; after: string }): string | undefined {
  const found = behind.exec(after.slice(0, 200))?.[1];
  if (found !== undefined) return found;
  const clause = ahead.exec(before.slice(-260));
  if (!clause) return undefined;
  const [, subject = '', rest = ''] = clause;
  const last = rest.slice(rest.lastIndexOf(',') + 1);
  // "sagte, Per Ravn habe gerufen: „…“" is Ravn's; whose "sagte, er habe gerufen" is nobody knows.
  if (rest.includes(',') && reported.test(last)) {
    const named = last.replace(prepositional, ' ').match(new RegExp(run, 'gu')) ?? [];
    if (named.length > 0 || pronoun.test(last)) return named.length === 1 && !pronoun.test(last) ? named[0] : undefined;
  }
  // "Am Dienstag sagte Brandt: „…“", "Als es dunkel wurde, sagte Brandt: „…“": the subject stands behind the verb.
  const inverted =
    adverbLast.test(subject) || (/,\s*$/.test(subject) && germanOpeners.has(opener.exec(subject)?.[1] ?? ''));
  return (inverted ? undefined : nameIn(subject)) ?? nameIn(rest);
}
