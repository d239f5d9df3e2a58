import type { Language, Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';
import { channels } from './channels.ts';
import { commands } from './commands.ts';
import { digest } from './digest.ts';
import { errors } from './errors.ts';
import { outlets } from './outlets.ts';
import { refusals } from './refusals.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { status } from './status.ts';
import { story } from './story.ts';
import { topics } from './topics.ts';

const words = (f: Formats): Texts => ({
  f,
  commands,
  digest: digest(f),
  story: story(f),
  channels: channels(f),
  settings: settings(f),
  setup: setup(f),
  topics: topics(f),
  status: status(f),
  outlets,
  refusals,
  errors: errors(f),
});

export default { discordLocale: 'de', words } satisfies Language;
