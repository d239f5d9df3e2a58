import { DiscordAPIError, type MessageComponentInteraction, Routes } from 'discord.js';
import { type Monotonic, minuteMs } from '../clock.ts';
import type { ServerId } from '../ids.ts';
import { answerableMs, changerOf, Explained } from './interaction.ts';
import { checkRole, type RoleReading, readRoles, unreadRoles } from './optInRole.ts';
import type { Brake } from './sending/brake.ts';
import { outcomeOf } from './sending/outcomes.ts';
import { memberOf } from './target.ts';

/** Role changes a minute in one server; Discord allows ten in ten seconds. */
const perMinute = 60;
/** A waiting press fails while there is still this much time to answer it, so that the member can read why. */
const spareMs = minuteMs;
/** Maximum queue length of one server. In a longer queue, Discord would stop taking answers before the last turn. */
const lineMax = (answerableMs / minuteMs - 1) * perMinute - 40;
/** Maximum queue length of all servers together; each press keeps its interaction in memory. */
const waitingMax = 4_000;
/** If this many presses are ahead, the member is told the expected wait. */
const toldFrom = 10;
/** How long a server's roles are reused after reading them. */
const readingMs = 5_000;
/** Attempts of a request with unknown outcome; giving a role twice does no harm. */
const attemptsMax = 3;
const againMs = 1_000;

/** `opens`: a channel that allows the role something, so nobody gets the role. */
export type RoleOutcome = 'given' | 'taken' | 'gone' | { opens: string };

interface Press {
  interaction: MessageComponentInteraction;
  serverId: ServerId;
  roleId: string;
  until: number;
}

const lacks = ({ roles }: RoleReading, roleId: string) => roles.every(({ id }) => id !== roleId);

/**
 * Gives members the roles of alerts for **Notify me**, and takes them back, one press at a time in each server and
 * within Discord's limits. `turn` is that of the brake in brake.ts; `pause` returns false once the bot stops.
 */
export function createRoleTurns(turn: Brake['turn'], pause: (ms: number) => Promise<boolean>, monotonic: Monotonic) {
  const lines = new Map<ServerId, { last: Promise<unknown>; length: number }>();
  const pressed = new Map<string, Promise<RoleOutcome>>();
  const readings = new Map<ServerId, { at: number; reading: RoleReading }>();
  let waiting = 0;

  /** Throws Explained if time is up or the bot stops. */
  const wait = async (ms: number, until: number): Promise<void> => {
    if (monotonic() + ms > until) throw new Explained(({ roles }) => roles.line.late);
    if (!(await pause(ms))) throw new Explained(({ roles }) => roles.line.stopping);
  };

  /**
   * Makes a request within Discord's limits, and retries if it was limited or its outcome is unknown. Throws Discord's
   * error if it refuses, and Explained if time is up or the bot stops.
   */
  const patiently = async <T>(until: number, request: () => Promise<T>): Promise<T> => {
    for (let attempts = 1; ; ) {
      for (let busyMs = await turn(); busyMs > 0; busyMs = await turn()) await wait(busyMs, until);
      try {
        return await request();
      } catch (error) {
        const outcome = outcomeOf(error);
        const isOpen = outcome.kind === 'unknown' || outcome.kind === 'unsent';
        if (outcome.kind !== 'limited' && (!isOpen || attempts >= attemptsMax)) throw error;
        if (isOpen) attempts += 1;
        await wait(outcome.kind === 'limited' ? outcome.retryAfterMs : againMs, until);
      }
    }
  };

  const readingOf = async ({ interaction: { client }, serverId, until }: Press): Promise<RoleReading> => {
    const present = readings.get(serverId);
    if (present !== undefined && monotonic() - present.at < readingMs) return present.reading;
    readings.delete(serverId);
    try {
      return await patiently(until, async () => {
        const at = monotonic();
        const reading = await readRoles(client, serverId);
        readings.set(serverId, { at, reading });
        return reading;
      });
    } catch (error) {
      throw error instanceof Explained ? error : unreadRoles();
    }
  };

  const work = async (press: Press): Promise<RoleOutcome> => {
    const { interaction, serverId, roleId, until } = press;
    const { rest } = interaction.client;
    const { id, roles } = memberOf(interaction);
    const has = roles.includes(roleId);
    // The role may have more permissions than when an admin chose it.
    if (!has) {
      const reading = await readingOf(press);
      if (lacks(reading, roleId)) return 'gone';
      const opens = reading.opened.get(roleId);
      if (opens !== undefined) return { opens };
      checkRole(reading, roleId);
    }
    const route = Routes.guildMemberRole(serverId, id, roleId);
    try {
      await patiently(until, () => (has ? rest.delete(route) : rest.put(route)));
      return has ? 'taken' : 'given';
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      // A single answer doesn't prove that the role is gone; the list of roles does.
      readings.delete(serverId);
      if (error.code === 10_011 && lacks(await readingOf(press), roleId)) return 'gone';
      if (error.status !== 403) throw error;
      throw new Explained(({ roles }) => roles.unfit.noManageRoles);
    }
  };

  const inLine = (press: Press): Promise<RoleOutcome> => {
    const { serverId } = press;
    const line = lines.get(serverId) ?? { last: Promise.resolve(), length: 0 };
    if (line.length >= lineMax || waiting >= waitingMax) throw new Explained(({ roles }) => roles.line.full);
    lines.set(serverId, line);
    line.length += 1;
    waiting += 1;
    const mine = line.last
      .then(() => work(press))
      .finally(() => {
        line.length -= 1;
        waiting -= 1;
        if (line.length > 0) return;
        lines.delete(serverId);
        readings.delete(serverId);
      });
    line.last = mine.catch(() => undefined);
    return mine;
  };

  return {
    /**
     * Gives the member the role, if it may still be given, or takes it away. A second press meanwhile gets the first
     * one's outcome. If many are ahead, `say` is called with the expected wait in minutes. Throws Explained.
     */
    async toggle(
      interaction: MessageComponentInteraction,
      roleId: string,
      say: (minutes: number) => Promise<void>,
    ): Promise<RoleOutcome> {
      const { serverId } = changerOf(interaction);
      const key = `${serverId} ${roleId} ${interaction.user.id}`;
      const ahead = lines.get(serverId)?.length ?? 0;
      let outcome = pressed.get(key);
      if (outcome === undefined) {
        outcome = inLine({ interaction, serverId, roleId, until: monotonic() + answerableMs - spareMs });
        pressed.set(key, outcome);
        // Also handles a failure while `say` runs.
        outcome.catch(() => undefined).finally(() => pressed.delete(key));
      }
      if (ahead >= toldFrom) await say(Math.ceil((ahead + 1) / perMinute)).catch(() => undefined);
      return outcome;
    },
  };
}

export type RoleTurns = ReturnType<typeof createRoleTurns>;
