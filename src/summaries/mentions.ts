import { genderOf, isPerson, surnameOf } from './people.ts';
import { personal } from './subjects.ts';

/** A name further back than this is not what a pronoun means. */
const nearby = 700;

/** Who was spoken of so far in one article, nearest last: turns surnames into full names and pronouns into the person they surely mean. */
export class Mentions {
  readonly #fullNames: ReadonlyMap<string, string>;
  #here: { speaker?: string; subjects: string[] } = { subjects: [] };
  #before: { speaker?: string; subjects: string[] } = { subjects: [] };
  #text = '';

  constructor(fullNames: ReadonlyMap<string, string>) {
    this.#fullNames = fullNames;
  }

  /** `before` is the paragraph's text in front of the quotation. The pronoun comes back where no name is sure. */
  resolve(speaker: string, before: string): string {
    if (!personal.test(speaker)) return this.#full(speaker);
    const window = `${this.#text}\n${before}`.slice(-nearby);
    return this.#antecedent(speaker.toLowerCase() === 'he' ? 'm' : 'f', window) ?? speaker.toLowerCase();
  }

  endSentence(speaker: string | undefined, subject: string | undefined): void {
    if (speaker !== undefined) this.#here.speaker = speaker;
    if (subject !== undefined) this.#here.subjects.push(subject);
  }

  endParagraph(text: string): void {
    this.#before = this.#here;
    this.#here = { subjects: [] };
    this.#text = `${this.#text}\n${text}`.slice(-nearby);
  }

  #full(name: string): string {
    return /^\p{Lu}[\p{L}'’-]+$/u.test(name) ? (this.#fullNames.get(name) ?? name) : name;
  }

  #antecedent(gender: 'm' | 'f', window: string): string | undefined {
    for (const place of [this.#here, this.#before]) {
      const subjects = place.subjects.toReversed();
      const candidates =
        place.speaker === undefined ? subjects : place === this.#here ? [place.speaker, ...subjects] : [place.speaker];
      for (const candidate of candidates) {
        if (personal.test(candidate)) continue;
        if (!isPerson(candidate)) continue;
        const full = this.#full(candidate);
        const known = genderOf(full) ?? genderOf(candidate);
        if (known !== undefined && known !== gender) continue;
        if (window.includes(surnameOf(full))) return full;
      }
    }
    return undefined;
  }
}
