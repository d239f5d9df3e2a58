const verb =
  '(?:sagte?n?|erklärte?n?|betonte?n?|meinte?n?|warnte?n?|forderte?n?|kritisierte?n?|teilte?n?|kündigte?n?|berichtete?n?|ergänzte?n?|antwortete?n?|schrieb(?:en)?|schreibt|fügte?n?|räumte?n?|versicherte?n?|versprach(?:en)?|verspricht|beklagte?n?|lobte?n?|urteilte?n?|rief(?:en)?|fragte?n?|bestätigte?n?|mahnte?n?|behauptete?n?|erzählte?n?|sagen)';
const name = "\\p{Lu}[\\p{L}'’-]*\\p{L}";
const nobiliary = '(?:von|van|zu|de|der|al|bin)';
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
  `(?<![\\p{L}])(?:am|im|in|an|auf|aus|bei|beim|mit|nach|von|vom|vor|seit|zu|zum|zur|gegenüber|laut|für|über)\\s(?:(?:der|die|das|dem|den|des|einem|einer|einen|seinem|seiner|ihrem|ihrer)\\s)?(?:\\p{Ll}+\\s)?${run}`,
  'giu',
);

/** Who is named beside a quotation in a German sentence: "„…“, sagte NAME", "„…“, so NAME", "NAME erklärte: „…“"; never a pronoun or a bare role. */
export function germanSpeaker({ before, after }: { before: string; after: string }): string | undefined {
  const found = behind.exec(after.slice(0, 200))?.[1];
  if (found !== undefined) return found;
  const clause = ahead.exec(before.slice(-260));
  if (!clause) return undefined;
  const [, subject = '', rest = ''] = clause;
  // "Am Dienstag sagte Brandt: „…“": the subject stands behind the verb.
  return [subject, rest]
    .map((part) => first.exec(part.replace(prepositional, ' '))?.[0])
    .find((one) => one !== undefined);
}
