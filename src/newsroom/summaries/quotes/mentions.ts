import { personal } from '../../../languages/en/subjects.ts';
import { fullNamesIn, isPerson, nameIn, pronounOf } from './people.ts';

/**
 * Tracks who was mentioned so far in one article. Resolves surnames to full names, and "he" and "she" to the last
 * speaker or subject in this paragraph or the one before.
 */
export class Mentions {
  readonly #fullNames: ReadonlyMap<string, string>;
  #here: string[] = [];
  #before: readonly string[] = [];
  #speaker: string | undefined;

  constructor(paragraphs: readonly string[]) {
    this.#fullNames = fullNamesIn(paragraphs);
  }

  /** Returns the pronoun itself if no known person matches. */
  resolve(speaker: string): string {
    if (!personal.test(speaker)) return this.#full(speaker);
    const pronoun = speaker.toLowerCase();
    const near = [...this.#before, ...this.#here].map((one) => this.#full(nameIn(one)));
    const meant = near.findLast((one) => isPerson(one) && [pronounOf(one) ?? pronoun, 'he or she'].includes(pronoun));
    return meant?.includes(' ') ? meant : pronoun;
  }

  endSentence(sentence: string, subject: string | undefined, speaker: string | undefined): void {
    // Skips the dead, who say nothing, and possessives: "Brandt's lawyer" is not Brandt.
    const maySpeak = subject !== undefined && !/[’']s?$/.test(subject) && !/\b(?:dead|died|killed)\b/.test(sentence);
    if (maySpeak) this.#here.push(subject);
    if (speaker !== undefined) this.#here.push(speaker);
    this.#speaker = speaker ?? this.#speaker;
  }

  endParagraph(): void {
    this.#before = this.#speaker === undefined ? this.#here : [this.#speaker];
    this.#here = [];
    this.#speaker = undefined;
  }

  #full(name: string): string {
    return this.#fullNames.get(name) ?? name;
  }
}
