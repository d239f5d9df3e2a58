import type { Loop } from '../loop.ts';
import type { Member, Role } from '../storage/member.ts';

/** Which role each loop needs. */
const roleOf: Readonly<Record<Loop['name'], Role>> = {
  poll: 'read',
  'own-poll': 'read',
  hubs: 'read',
  pages: 'read',
  'own-pages': 'read',
  group: 'group',
  sweep: 'group',
  publish: 'publish',
  send: 'send',
  correct: 'send',
  tell: 'send',
  watch: 'send',
};

/** Does nothing while this process doesn't have the loop's role: another one may have it. */
export const onlyWithRole = (loop: Loop, member: Pick<Member, 'holds'>): Loop => ({
  ...loop,
  run: async (now) => (member.holds(roleOf[loop.name]) ? loop.run(now) : 0),
});
