import type { ServerId } from '../ids.ts';
/** The answer while the server looks up or imports something else. */
export interface Busy {
  kind: 'busy';
}

/** What a server looks up on the web for its members. */
export function lookingUp() {
  const looking = new Set<string>();
  /** Runs at most one task for each server, so that none can fill the queue to the web. */
  const oneAtATime = async <T>(serverId: ServerId, task: () => Promise<T>): Promise<T | Busy> => {
    if (looking.has(serverId)) return { kind: 'busy' };
    looking.add(serverId);
    try {
      return await task();
    } finally {
      looking.delete(serverId);
    }
  };
  return { oneAtATime };
}
