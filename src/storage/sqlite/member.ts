import type { Kysely } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Joining, Member } from '../fleet/member.ts';
import { processRecords } from '../fleet/processes.ts';
import type { Tables } from '../schema.ts';

/** Joins as the only process of the file. All claims in it are from a process that has ended, so they are released. */
export async function joinAlone(
  db: Kysely<Tables>,
  owner: string,
  joining: Joining & { schemaVersion: number },
  now: EpochMs,
): Promise<Member> {
  const processes = processRecords(db);
  await processes.remove('all');
  await processes.add(joining, { owner, now });
  await processes.take(joining.roles, owner, now);
  return {
    owner,
    holds: (role) => joining.roles.includes(role),
    lost: new Promise(() => {}),
  };
}
