import type { Fields } from '../wire.ts';
import { isFields } from '../wire.ts';
import type { Guild, World } from './state.ts';

/**
 * The users and roles that a text notifies. Without `allowed_mentions` every mention notifies, with `parse: []` none
 * does; @everyone also requires the permission.
 */
export function mentionsIn(
  text: string,
  allowed: unknown,
  world: World,
  guild: Guild | undefined,
  mayEveryone: boolean,
) {
  const rules = isFields(allowed) ? allowed : undefined;
  const users = idsIn(text, /<@!?(\d{1,20})>/g).filter((id) => world.people.has(id) && isAllowed(rules, 'users', id));
  const roles = idsIn(text, /<@&(\d{1,20})>/g).filter(
    (id) => guild?.roles.has(id) === true && isAllowed(rules, 'roles', id),
  );
  return {
    mention_everyone: mayEveryone && /@(?:everyone|here)/.test(text) && isAllowed(rules, 'everyone', ''),
    mentions: users.flatMap((id) => world.people.get(id)?.user ?? []),
    mention_roles: roles,
  };
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].flatMap(([, id]) => id ?? []))];
}

function isAllowed(rules: Fields | undefined, kind: 'users' | 'roles' | 'everyone', id: string): boolean {
  if (rules === undefined) return true;
  const { parse } = rules;
  const listed = kind === 'everyone' ? undefined : rules[kind];
  return (Array.isArray(parse) && parse.includes(kind)) || (Array.isArray(listed) && listed.includes(id));
}
