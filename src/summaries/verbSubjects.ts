import { type SpeechVerb, speechVerbs } from './speechVerbs.ts';
import { isOpener, mainSubject, personal, subjectBefore, verbsMax } from './subjects.ts';

/** "is saying", "he’s saying", "can be heard saying" */
const auxiliary =
  /(?:\b(?:is|was|are|were|been|kept|keeps|(?:can|could|may)\sbe)|(?<=\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey))[’'](?:s|re))\s+(?:\p{L}+ly\s+)?(?:(?:caught|filmed|heard|seen|shown)\s+)?$/u;

const household =
  /^\s(?:administration|aides?|allies|attorneys?|campaign|company|department|family|government|lawyers?|ministry|office|party|spokes\p{Ll}+|supporters|team|union|(?:\p{Ll}+-)?(?:brother|daughter|father|husband|mother|partner|sister|son|wife|widow)|boss|chief|coach|\p{Ll}{2,}(?:er|or|man|woman|ist|ian|ant|ent|yst))\b/u;

/** "Brandt’s office" where only "Brandt’s" was found. */
export function ownedBy(subject: string | undefined, text: string): string | undefined {
  if (subject === undefined || !/[’']s?$|^The\s/.test(subject)) return subject;
  const noun = household.exec(text.slice(text.indexOf(subject) + subject.length))?.[0];
  return noun === undefined ? subject : subject + noun;
}

/** "waved placards reading “…”": they speak, not who waves them. */
const bearers =
  /(?<!\p{L})((?:(?:an?|the|one|his|her|their)\s(?:\p{Ll}+\s)?)?(?:badge|banner|button|cap|hat|placard|plaque|poster|shirt|sign|sticker|T-shirt|t-shirt)s?)\s$/u;

/** "Her campaign released a statement calling it “…”" */
function issuer(text: string): string | undefined {
  const at = text.search(
    /\s(?:circulated|filed|gave|issued|made|posted|published|released|sent)\s(?:an?|its|his|her|their)\s/,
  );
  return at < 0 ? undefined : subjectBefore(text.slice(0, at)).subject;
}

/** "Seoul spoke of a threat; Tokyo protested, calling it “…”": what stands behind the last semicolon or colon. */
const ownClause = (left: string): string =>
  left.slice(Math.max(left.lastIndexOf(': '), left.lastIndexOf('; ')) + 1).trimStart();

/** Whose is the verb behind an "and": of "it began when Brandt rose and said" the last clause has it, else the sentence. */
function sharedSubject(left: string): string | undefined {
  const clause = /\b(?:when|while)\s([^,;:“”]{3,120})$/.exec(left)?.[1];
  return (clause === undefined ? undefined : mainSubject(clause)) ?? mainSubject(ownClause(left)) ?? mainSubject(left);
}

/** Who does what a verb of the text says, as far as its sentence tells. */
export function subjectOf(text: string, verb: SpeechVerb): string | undefined {
  const left = text.slice(0, verb.start);
  const progressive = verb.participle && auxiliary.test(left);
  if (verb.participle && !progressive) {
    // "footage of Brandt saying": no comma between a name and its participle.
    const name = /(?:^|(?<!\bto)[\s“])((?:\p{Lu}[\p{L}.'’-]*\s+){1,4})$/u.exec(left)?.[1]?.trim();
    const absolute =
      /\bwith\s((?:the|an?|his|her|its|their|one|some|many)\s(?:[\p{L}’'-]+\s){1,4}|\p{Ll}{3,}s\s)$/u.exec(left)?.[1];
    if (absolute !== undefined) return absolute.trim();
    const sheet = bearers.exec(left)?.[1];
    if (sheet !== undefined) return sheet;
    return name !== undefined && !isOpener(name) ? name : (ownedBy(mainSubject(ownClause(left)), left) ?? issuer(left));
  }
  const { subject, shared } = subjectBefore(progressive ? left.replace(auxiliary, '') : left);
  const found = shared ? sharedSubject(left) : subject;
  // "Brandt says she was told “…": she is Brandt.
  if (found !== undefined && personal.test(found)) {
    // A weak verb's subject may be a thing: "in a note found there, she wrote".
    // Behind a semicolon she may be anybody: "Brandt has called Dahl “…”; she has called him “…”".
    const own = left.slice(left.lastIndexOf('; ') + 1);
    for (const one of speechVerbs(own).slice(0, verbsMax)) {
      const { subject: earlier } = subjectBefore(own.slice(0, one.start));
      if (earlier !== undefined && !personal.test(earlier) && (one.strong || /^\p{Lu}/u.test(earlier))) return earlier;
    }
  }
  return found;
}
