import type { Formats } from '../formats.ts';
import { changes } from './changes.ts';
import { digest } from './digest.ts';
import { errors } from './errors.ts';
import { follow } from './follow.ts';
import { forms } from './forms.ts';
import { people } from './people.ts';
import { refusals } from './refusals.ts';
import { roles } from './roles.ts';
import { story } from './story.ts';
import { target } from './target.ts';
import { topics } from './topics.ts';
import { undo } from './undo.ts';

/** English. Every other language must have the same shape. */
const words = (f: Formats) => ({
  f,
  changes,
  digest: digest(f),
  story: story(f),
  target: target(f),
  roles: roles(f),
  topics,
  undo,
  follow,
  forms,
  people,
  refusals,
  errors: errors(f),
});

/** Everything that Lede says, in one language. */
export type Texts = ReturnType<typeof words>;

/** A language that Lede speaks: the default export of the `language.ts` in its folder. */
export interface Language {
  /** Discord's code, such as 'de' or 'pt-BR'. The topics of the catalogue have their names under its first part. */
  discordLocale: string;
  /**
   * Discord's other locales of this language, such as es-419. They have the same texts, and numbers and dates of their
   * own.
   */
  otherLocales?: readonly string[];
  words(f: Formats): Texts;
}

/** British dates for every kind of English: en-US is also the locale of every server that never chose one. */
export default { discordLocale: 'en-GB', words } satisfies Language;
