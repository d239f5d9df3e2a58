import { genderOf, isFirstName, isPerson, nameIn, namesIn, surnameOf } from './people.ts';
import { personal } from './subjects.ts';

/** A name further back than this is not what a pronoun means. */
const nearby = 700;

/** Whom one paragraph's sentences speak of, in order, and whom it quoted last. */
interface Spoken {
  speaker?: string;
  readonly people: string[];
}

const withoutGenitive = (name: string): string => name.replace(/[’']s?$/, '');

/** The dead say nothing. */
const died = /\b(?:dead|died|killed|murdered)\b/;

/**
 * Who was spoken of so far in one article, nearest last: turns surnames into full names and pronouns into the person
 * they surely mean.
 */
export class Mentions {
  readonly #fullNames: ReadonlyMap<string, string>;
  /**
   * Single words that are people for sure, beside first names: last words of longer names, and who was said to speak.
   */
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
   * `before` is the paragraph's text in front of the quotation, `subject` whom its own sentence is about. The pronoun
   * comes back where no name is sure.
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
    if (reported !== undefined) this.#names.add(reported);
    if (subject !== undefined && !died.test(text)) this.#here.people.push(withoutGenitive(subject));
    if (speaker === undefined) return;
    this.#here.people.push(speaker);
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
    const name = this.#full(nameIn(phrase));
    return isPerson(name) ? name : undefined;
  }

  #antecedent(gender: 'm' | 'f', window: string): string | undefined {
    for (const place of [this.#here, this.#before]) {
      const candidates =
        place === this.#before && place.speaker !== undefined ? [place.speaker] : place.people.toReversed();
      for (const candidate of candidates) {
        if (personal.test(candidate)) continue;
        const full = this.#person(candidate);
        if (full === undefined) continue;
        // "Oklahoma is …" or "Calling it …": nobody is sure, nor is anybody named before it.
        if (!/\s/.test(full) && !isFirstName(full) && !this.#names.has(full)) return undefined;
        const known = genderOf(full) ?? genderOf(candidate);
        if (known !== undefined && known !== gender) continue;
        if (window.includes(surnameOf(full))) return full;
      }
    }
    return undefined;
  }
}
