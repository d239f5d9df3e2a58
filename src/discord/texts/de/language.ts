import type { Language, Texts } from '../en/language.ts';
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

const words = (f: Formats): Texts => ({
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

export default { discordLocale: 'de', words } satisfies Language;
