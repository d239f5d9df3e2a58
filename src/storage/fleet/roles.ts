import type { Loop } from '../../loop.ts';
import type { Member, Role } from './member.ts';

/** The role that each loop needs. `watch` and `heartbeat` need none: every process runs them. */
const roleOf: Readonly<Record<Exclude<Loop['name'], 'watch' | 'heartbeat'>, Role>> = {
  poll: 'read',
  'own-poll': 'read',
  hubs: 'read',
  pages: 'read',
  'own-pages': 'read',
  group: 'group',
  sweep: 'group',
  compose: 'publish',
  // A sole role, because two processes would match each story twice.
  alert: 'send',
  follow: 'send',
  send: 'send',
  amend: 'send',
  tell: 'send',
};

/** Wraps a loop so that it does nothing while this process doesn't hold the loop's role. */
export function onlyWithRole(loop: Loop, member: Pick<Member, 'holds'>): Loop {
  if (loop.name === 'watch' || loop.name === 'heartbeat') return loop;
  const role = roleOf[loop.name];
  return { ...loop, run: async (now, failed) => (member.holds(role) ? loop.run(now, failed) : 0) };
}
