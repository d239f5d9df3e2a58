import { sinceQuote } from './around.ts';
import { isPerson, nameIn } from './people.ts';
import { speechVerbs } from './speechVerbs.ts';

const denying = /\b(?:den(?:y|ied|ies|ying)|disput(?:es?|ed|ing))\s(?=that\b|ever\b|having\b|\p{Ll}+ing\b)/gu;

/** "Brandt denied that he had told Dahl: “…”": if anybody said it, she disputes it. Of "Brandt denied that, saying: “…”" she speaks. */
function saidNever(fragment: string): boolean {
  const last = [...fragment.matchAll(denying)].at(-1);
  if (!last) return false;
  const denied = fragment.slice(last.index + last[0].length);
  const verb = speechVerbs(denied).at(-1);
  return (
    verb !== undefined && !/(?:,\s*|\b(?:and|but|before|by|while)\s(?:\p{Ll}+\s)?)$/u.test(denied.slice(0, verb.start))
  );
}

const paper =
  '(?:account|affidavit|chat|diary|e-?mail|journal|letter|log|memo|message|note|post|statement|testimony|text|transcript|tweet)s?';
const name = "\\p{Lu}[\\p{L}’'-]{1,30}";
const reading =
  '\\b(?:read|reads|reading|quoted|quotes|quoting|cited|cites|citing|showed|shows|showing|played|plays)\\b';
/** "read from a text that Dahl had sent: “…”", "quoted a letter by Dahl", "read out Dahl’s note": who reads says nothing of his own. */
const readOut = new RegExp(
  `${reading}[^“”;:]{0,50}?(?:\\s${paper}\\s(?:(?:that|which)\\s)?(?:(?:(?:by|from|of)\\s)|(?:sent|written|left|posted|received|drafted|seized|found)\\b|(?:the\\s\\p{Ll}+|${name}(?:\\s${name}){0,3}|he|she|they)\\s(?:had\\s|has\\s|later\\s)?(?:\\p{L}+ed|gave|had|kept|left|made|sent|wrote|written)\\b)|\\s${name}(?:[’']s|(?<=s)[’'])\\s(?:\\p{Ll}+\\s){0,2}${paper})[^“”;]{0,80}:\\s*$`,
  'u',
);
/** "recalled her father’s words: “…”" */
const remembered = new RegExp(
  `\\b(?:quoted|recalled|recalls|remembered|remembers|repeated|repeats)\\s(?:(?:his|her|their|the)\\s(?:\\p{Ll}+\\s)?\\p{Ll}+|${name})(?:[’']s|(?<=s)[’'])\\s(?:\\p{Ll}+\\s){0,2}(?:advice|lines?|motto|question|warning|words)[:,]\\s*$`,
  'u',
);

/** Words that the sentence's own subject does not speak, though a verb of speech stands in front of them: what somebody denies having said, or reads out of another one's paper, or remembers as theirs. */
export function saysAnothersWords(before: string): boolean {
  const fragment = sinceQuote(before).slice(-400);
  return saidNever(fragment) || readOut.test(fragment) || remembered.test(fragment);
}

const isOutlet = (source: string): boolean =>
  /^(?:[Tt]he\s)?\p{Lu}/u.test(source) &&
  !isPerson(nameIn(source)) &&
  !isPerson(/(?:\p{Lu}[\p{L}’'-]+\s){1,2}\p{Lu}[\p{L}’'-]+$/u.exec(source)?.[0] ?? '');

/** "According to Dahl, Brandt shouted “…”": behind the source somebody else speaks, by name or role. Of an outlet that tells what others said nobody knows whose words it prints. */
export function speaksBehind(source: string): boolean {
  const at = source.search(/,\s(?!(?:who|whose|which|whom)\b)/);
  if (at < 0 || isOutlet(source.slice(0, at))) return false;
  const clause = source.slice(at + 2);
  const verb = speechVerbs(clause).find((one) => one.strong && !one.participle);
  return (
    verb !== undefined &&
    /^(?:(?:the|an?|his|her|its|their)\s\p{Ll}|\p{Lu}|he\b|she\b|they\b)/u.test(clause.slice(0, verb.start))
  );
}
