import type { Around } from '../language.ts';
import { speechParticiple, speechVerb } from './speechVerbs.ts';

const adverb = '(?:\\s(?:entonces|también|además|incluso|ayer|hoy|\\p{Ll}+mente))?';
const verb = `(?:(?:se\\s)?(?:ha|han|había|habían)${adverb}\\s(?:${speechParticiple})|(?:se\\s)?(?:${speechVerb}))(?!\\p{L})`;

const name = "\\p{Lu}[\\p{L}'’-]*\\p{L}";
const particle = '(?:de|del|y|van|von|der|al|bin|ben)';
/** "Margarita Roble", "José Luis de la Vega", "la Sra. Vega" */
const run = `(?:(?:Sr|Sra|Srta|Dr|Dra|don|doña)\\.?\\s)?${name}(?:\\s(?:\\p{Lu}\\.|${name}|${particle}(?=(?:\\s(?:la|las|los))?\\s\\p{Lu})(?:\\s(?:la|las|los))?)){0,4}`;
const determiner = '(?:[Ee]l|[Ll]a|[Ll]os|[Ll]as|[Uu]na?|[Uu]no|[Ss]us?|[Ee]st[ea]|[Nn]uestr[oa])\\s';
const day = 'lunes|martes|miércoles|jueves|viernes|sábado|domingo';
/** "el ministro del Interior", with the name after it if there is one. */
const role = `${determiner}[\\p{L}-]+(?:\\s(?!(?:ha|es|que|en|durante|${day}|ante|de|del|a|al)\\s)[\\p{Ll}\\d'’-]+|\\s(?:de|del|en|a|al|para|y)\\s(?:la\\s|las\\s|el\\s|los\\s)?[\\p{L}-]+){0,8}?`;
/** "a Efe", "este lunes", "en la radio": what may stand between a verb and its subject. */
const aside = `(?:\\s(?:(?:este\\s|el\\s)?(?:${day})|ayer|hoy|(?:a|ante|en|durante|por)\\s(?:la\\s|las\\s|el\\s|los\\s|un\\s|una\\s|su\\s)?[\\p{L}-]+(?:\\s(?:de\\s)?\\p{Ll}+)?)){0,2}?,?`;
const subject = `(?:${role},?\\s(${run})|(${run})|(${role})(?=[,.;]|\\s(?:en|a|al|ante|durante|tras|este|${day})\\s|$))`;

/** "«…», añadió.", "«…», aseguró en la radio." */
const unnamed = new RegExp(
  `^[,”»\\s]{0,3}${verb}(?=\\s?[.,;:]|\\s(?:en|a|al|ante|durante|tras|este|el (?:${day}))\\s|$)`,
  'u',
);
/** "«…», dijo ella" */
const pronounBehind = new RegExp(`^[,”»\\s]{0,3}${verb}\\s(él|ella)(?![\\p{L}-])`, 'u');
const behind = new RegExp(`^[,”»\\s]{0,3}(?:[—–-]\\s?)?${verb}${aside}\\s${subject}`, 'u');
const accordingTo = new RegExp(`^[,”»\\s]{0,3}(?:según|en palabras de)\\s(?:${verb}${aside}\\s)?${subject}`, 'u');
/** "NAME afirmó: «…»", "El alcalde, NAME, advirtió el lunes: «…»" */
const ahead = new RegExp(
  `(?:^|[.!?”]\\s|,\\s)(?:${subject})(?:,\\s[^,.“”:]{2,80},)?(?:\\s(?:le|les|lo|nos))?\\s${verb}[^.!?“”:]{0,80}:?\\s?$`,
  'u',
);
const source = new RegExp(`(?:^|[.!?”,]\\s)(?:[Ss]egún|[Pp]ara|[Ee]n palabras de)\\s${subject},\\s$`, 'u');
const notNames =
  /^(?:El|La|Los|Las|Un|Una|Él|Ella|Ellos|Ellas|Este|Esta|Yo|Nosotros|Usted|Pero|Y|Su|Sus|Ayer|Hoy|Según|Para|En|Lo|Se|No)(?!\p{L})/u;

function found(match: RegExpExecArray | null): string | undefined {
  const [, named, plain, office] = match ?? [];
  const speaker = [named, plain].find((one) => one !== undefined && !notNames.test(one)) ?? office;
  return speaker?.trim();
}

/**
 * The speaker named beside a quotation in a Spanish sentence ("«…», dijo NAME", "NAME afirma: «…»", "según NAME"); "he"
 * or "she" for "dijo él" and "dijo ella", "he or she" for a verb without a subject ("«…», añadió").
 */
export function spanishSpeaker({ before, after }: Around): string | undefined {
  const near = after.slice(0, 240);
  const [, pronoun] = pronounBehind.exec(near) ?? [];
  if (pronoun !== undefined) return pronoun === 'él' ? 'he' : 'she';
  const beforeIt = before.slice(-300);
  return (
    found(behind.exec(near)) ??
    found(accordingTo.exec(near)) ??
    found(source.exec(beforeIt)) ??
    found(ahead.exec(beforeIt)) ??
    (unnamed.test(near) ? 'he or she' : undefined)
  );
}
