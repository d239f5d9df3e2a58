import { genderOf, isFirstName, isPerson, namedIn, nameIn, namesIn, namesKin, surnameOf } from './people.ts';
import { personal } from './subjects.ts';

/** A name further back than this is not what a pronoun means. */
const nearby = 700;

/** Whom one paragraph's sentences speak of, in order, and whom it quoted last. */
interface Spoken {
  speaker?: string;
  readonly people: string[];
}

/** "Sgt Nkemelu of the harbour police", but all of "Secretary of State Ida Brandt". */
const withoutPlace = (name: string): string => {
  const found = /^(.+?)\s(?:at|for|from|of)\s/.exec(name)?.[1];
  return found !== undefined && /\s/.test(found) && !office.test(found) ? found : name;
};
const office =
  /(?:Ambassador|Attorney|Attorney General|Chair|Chairman|Chairwoman|Chief|Commissioner|Constable|Director|General|Governor|Leader|Manager|Mayor|Minister|Officer|President|Professor|Secretary|Speaker)$/;

const withoutGenitive = (name: string): string => name.replace(/[’']s?$/, '');

const relativeClause = /^,\s(?:who|whose|whom|with\s(?:his|her))\s([^.!?“”]{1,200})/u;

/** Whether a relative clause behind the last mention of somebody names one of his kin. */
function namesAnother(surname: string, text: string): boolean {
  const at = text.lastIndexOf(surname);
  const clause =
    at < 0 ? undefined : relativeClause.exec(text.slice(at + surname.length, at + surname.length + 250))?.[1];
  return clause !== undefined && namesKin(clause);
}

/** "Dunn said “…,” but striker Leo Marsh was less sure": who comes last is whom the next sentence is about. */
const contrasted =
  /”\s?(?:but|while|though|whereas)\s((?:\p{Ll}+\s){0,2}\p{Lu}[\p{L}'’-]{1,40}(?:\s\p{Lu}[\p{L}'’-]{1,40}){1,2})\s(?:felt|had|is|said|was)\s(?![^“”]*\b(?:her|him|them)\b)[^“”]*$/u;

/** "Per Ravn was shot dead on Monday": a pronoun behind it is somebody else. */
const hasDied = (subject: string, text: string): boolean =>
  /^(?:,\s[^,]{1,60},)?\s(?:died|was\s(?:found\s|shot\s|stabbed\s)?(?:dead|killed|murdered|to\sdeath))\b/.test(
    text.slice(Math.max(0, text.indexOf(subject)) + subject.length, text.indexOf(subject) + subject.length + 120),
  );

/** "Her lawyer was brief. “…,” he said": somebody without a name, whom a pronoun may mean. */
const another =
  /^(?:an?|another|her|his|one|their)\s(?:[\p{L}-]+\s){0,2}(?:boss|brother|chief|coach|father|husband|mother|sister|son|wife|\p{Ll}{2,}(?:man|woman|er|or|ist|ian|ant|ent|yst))$/iu;

/** The dead say nothing. */
const died =
  /\b(?:death|dead|died|dies|dying|funeral|kill(?:ed|ing|s)?|late|murder(?:ed|ing|s)?|shot|slain|stabbed|victims?|widow(?:er)?)\b/;

/**
 * "Mary Brandt met Henry Dahl": beside a woman who does something the only man whom the sentence names, or the other way round; of two
 * men neither is "he". And who is made known: "people like Olav Dahl, a deckhand".
 */
function besideSubject(subject: string | undefined, text: string): string[] {
  if (died.test(text)) return [];
  const gender = subject === undefined ? undefined : genderOf(subject);
  const others = namedIn(text).filter((name) =>
    gender === undefined ? text.includes(`like ${name}, a`) : genderOf(name) !== gender,
  );
  return others.length === 1 ? others : [];
}

/** Who was spoken of so far in one article, nearest last: turns surnames into full names and pronouns into the person they surely mean. */
export class Mentions {
  readonly #fullNames: ReadonlyMap<string, string>;
  /** Single words that are people for sure, beside first names: last words of longer names, and who was said to speak. */
  readonly #names: Set<string>;
  #here: Spoken = { people: [] };
  #before: Spoken = { people: [] };
  #text = '';

  constructor(paragraphs: readonly string[]) {
    const { full, single } = namesIn(paragraphs);
    this.#fullNames = full;
    this.#names = new Set(single);
  }

  /**
   * `before` is the paragraph's text in front of the quotation, `subject` whom its own sentence is about. The pronoun comes back where no
   * name is sure.
   */
  resolve(speaker: string, before: string, subject?: string): string {
    if (!personal.test(speaker)) return this.#full(speaker);
    const window = `${this.#text}\n${before}`.slice(-nearby);
    const gender = speaker.toLowerCase() === 'he' ? 'm' : 'f';
    const own = subject === undefined || /[’']s?$/.test(subject) ? '' : this.#full(nameIn(subject));
    const known = genderOf(own);
    const meant = known === gender || (known === undefined && /\s/.test(own) && isPerson(own));
    return meant ? own : (this.#antecedent(gender, window) ?? speaker.toLowerCase());
  }

  /** `text` is the sentence with its quotations masked, `reported` who it says speaks, `subject` whom it is about. */
  endSentence(
    text: string,
    speaker: string | undefined,
    reported: string | undefined,
    subject: string | undefined,
  ): void {
    // Beside a role, whom a pronoun may mean as well, nobody who is only named is sure.
    if ([speaker, reported, subject].every((one) => one === undefined || isPerson(nameIn(one))))
      this.#here.people.push(...besideSubject(subject && this.#full(nameIn(subject)), text));
    if (reported !== undefined) this.#names.add(reported);
    if (subject !== undefined && !hasDied(subject, text)) this.#here.people.push(withoutGenitive(subject));
    if (speaker === undefined) return;
    this.#here.people.push(speaker);
    const other = contrasted.exec(text)?.[1];
    if (other !== undefined) this.#here.people.push(other);
    this.#here.speaker = speaker;
    this.#names.add(speaker);
  }

  endParagraph(text: string): void {
    this.#before = this.#here;
    this.#here = { people: [] };
    this.#text = `${this.#text}\n${text}`.slice(-nearby);
  }

  #full(name: string): string {
    return /^\p{Lu}[\p{L}'’-]+$/u.test(name) ? (this.#fullNames.get(name) ?? name) : name;
  }

  /** The person's name in a phrase with an office or a place ("Secretary of State Ida Brandt"). */
  #person(phrase: string): string | undefined {
    const name = this.#full(nameIn(withoutPlace(phrase)));
    if (isPerson(name)) return name;
    const known = this.#fullNames.get(surnameOf(phrase));
    return known !== undefined && phrase.endsWith(known) ? known : undefined;
  }

  #antecedent(gender: 'm' | 'f', window: string): string | undefined {
    for (const place of [this.#here, this.#before]) {
      const candidates =
        place === this.#before && place.speaker !== undefined ? [place.speaker] : place.people.toReversed();
      for (const candidate of candidates) {
        if (personal.test(candidate)) continue;
        const full = this.#person(candidate);
        if (full === undefined) {
          if (another.test(candidate)) return undefined;
          continue;
        }
        // "Oklahoma is …" or "Calling it …": nobody is sure, nor is anybody named before it.
        if (!/\s/.test(full) && !isFirstName(full) && !this.#names.has(full)) return undefined;
        const known = genderOf(full) ?? genderOf(candidate);
        if (known !== undefined && known !== gender) continue;
        // "said Per Ravn, whose wife, Ida Brandt, was rescued. “…,” she added": of the two nobody is sure.
        if (known === undefined && namesAnother(surnameOf(full), window)) return undefined;
        if (window.includes(surnameOf(full))) return full;
      }
    }
    return undefined;
  }
}
