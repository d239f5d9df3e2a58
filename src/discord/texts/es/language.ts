import type { Language, Texts } from '../en/language.ts';
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

const words = (f: Formats): Texts => ({
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

export default { discordLocale: 'es-ES', otherLocales: ['es-419'], words } satisfies Language;
