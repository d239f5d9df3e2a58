import type { Formats } from '../formats.ts';
import { alerts } from './alerts.ts';
import { channels } from './channels.ts';
import { commands } from './commands.ts';
import { coverage } from './coverage.ts';
import { digest } from './digest.ts';
import { errors } from './errors.ts';
import { follow } from './follow.ts';
import { outlets } from './outlets.ts';
import { people } from './people.ts';
import { picture } from './picture.ts';
import { refusals } from './refusals.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { status } from './status.ts';
import { story } from './story.ts';
import { topics } from './topics.ts';
import { why } from './why.ts';

/** English. Every other language must have its shape. */
const words = (f: Formats) => ({
  f,
  commands,
  digest: digest(f),
  story: story(f),
  coverage: coverage(f),
  why: why(f),
  picture: picture(f),
  channels: channels(f),
  settings: settings(f),
  setup: setup(f),
  topics: topics(f),
  alerts: alerts(f),
  follow,
  people,
  status: status(f),
  outlets,
  refusals,
  errors: errors(f),
});

/** Everything that Lede says, in one language. */
export type Texts = ReturnType<typeof words>;

/** A language that Lede speaks: the default export of the `language.ts` in its folder. */
export interface Language {
  /** Discord's code, such as 'de' or 'pt-BR'. The topics of the catalogue have their names under its first part. */
  discordLocale: string;
  words(f: Formats): Texts;
}

/** British dates for every kind of English: en-US is also the locale of every server that never chose one. */
export default { discordLocale: 'en-GB', words } satisfies Language;
