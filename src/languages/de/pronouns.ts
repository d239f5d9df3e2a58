import { list } from '../words.ts';

/** Not "es", which rarely refers to a person, nor "ihr" and "Sie", which have too many meanings. */
const pronoun = /(?<![\p{L}-])(?:er|sie|ihn|ihm|ihnen)(?![\p{L}-])/u;

/**
 * Phrases of time, place and the like. "er" doesn't refer to a noun in such a phrase, unless the noun is a full name.
 */
const prepositional =
  /(?<!\p{L})(?:am|im|in|an|auf|aus|bei|beim|mit|nach|von|vom|vor|seit|zu|zum|zur|über|unter|um|bis|gegen|ohne|durch|laut|trotz|während|wegen|ab)\s(?:(?:der|die|das|dem|den|des|einem|einer|einen|einer|eines|seinem|seiner|seinen|ihrem|ihrer|ihren|diesem|dieser|diesen)\s)?(?:[\p{Ll}\d][\p{Ll}\d.,:-]*\s){0,2}\p{Lu}[\p{L}-]*(?!\s\p{Lu})/giu;

/** Adverbs, conjunctions and prepositions that open a sentence. Any other capitalised word there is a name or noun. */
const germanOpeners: ReadonlySet<string> = list(`
  Am Im Zum Zur Vom Beim Gestern Heute Morgen Damals Jetzt Nun Später Früher Zuvor Zuletzt Zunächst Schließlich
  Inzwischen Mittlerweile Vorher Nachher Einmal Manchmal Oft Immer Nie Wenn Als Ob Obwohl Weil Nachdem Bevor Während
  Seit Seitdem Sobald Wie Was Wer Wo Warum Wann Auch Nur Noch Schon Bereits Erst Sogar Selbst Vielleicht Offenbar
  Wahrscheinlich Tatsächlich So Ebenso Hier Da Nach Vor In An Auf Bei Mit Für Von Zu Aus Über Unter Um Bis Gegen Ohne
  Durch Laut Trotz Wegen Ab Nicht Kein Keine Dass Mehr Viel Weiter Doch Aber Und Denn Oder Dennoch Trotzdem Dann
  Danach Dabei Dort Deshalb Daher Außerdem Allerdings
`);

const subordinate =
  /^\P{L}*(?:Als|Bevor|Da|Nachdem|Ob|Obwohl|Seit|Seitdem|Sobald|Solange|Während|Weil|Wenn|Wie|Dass)(?!\p{L})/u;

/**
 * Whether "er", "sie", "ihn" or "ihm" in a German sentence (quotations left out) precedes every noun that it could
 * refer to: "Am Abend sagte er …". If it stands in a leading subordinate clause, a noun of the main clause counts as
 * well ("Obwohl er fiel, gewann Brandt").
 */
export function pointsBack(outside: string): boolean {
  const at = pronoun.exec(outside)?.index;
  if (at === undefined) return false;
  const before = outside.slice(0, at).replace(prepositional, ' ');
  const nouns = [...before.matchAll(/(?<![\p{L}-])\p{Lu}[\p{L}-]*/gu)].map(([word]) => word);
  const opens = /^\P{L}*\p{Lu}/u.test(before);
  if (nouns.some((noun, n) => !(n === 0 && opens && germanOpeners.has(noun)))) return false;
  if (!subordinate.test(before)) return true;
  return !/^[^,]{0,150},\s(?:\p{Ll}+\s){1,2}(?:(?:der|die|das|ein|eine)\s(?:\p{Ll}+\s)?)?\p{Lu}/u.test(
    outside.slice(at),
  );
}
