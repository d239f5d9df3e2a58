import type { Loop } from '../../loop.ts';
import type { Member, Role } from './member.ts';

/** Which role each loop needs; each process watches its own clock, and says that it lives. */
const roleOf: Readonly<Record<Exclude<Loop['name'], 'watch' | 'heartbeat'>, Role>> = {
  poll: 'read',
  'own-poll': 'read',
  hubs: 'read',
  pages: 'read',
  'own-pages': 'read',
  group: 'group',
  sweep: 'group',
  publish: 'publish',
  // One process: two would match each story twice.
  alert: 'send',
  follow: 'send',
  send: 'send',
  correct: 'send',
  tell: 'send',
};

/** Does nothing while this process doesn't have the loop's role: another one may have it. */
export function onlyWithRole(loop: Loop, member: Pick<Member, 'holds'>): Loop {
  if (loop.name === 'watch' || loop.name === 'heartbeat') return loop;
  const role = roleOf[loop.name];
  return { ...loop, run: async (now, failed) => (member.holds(role) ? loop.run(now, failed) : 0) };
}
