import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDiscordServer, type DiscordServer } from '../../../playground/discord/server.ts';
import { createApp } from '../../../src/app.ts';
import type { Log } from '../../../src/log.ts';
import { withoutTakenOut } from '../../../src/outbox/takenOut.ts';
import { engineOf } from '../../../src/storage/database.ts';
import { everything } from '../../desk/everything.ts';
import { memoryLog } from '../../memoryLog.ts';
import { testPool as pool } from '../../reading/pool/testPool.ts';
import { changeIn, rowsIn } from '../beside.ts';
import { scratchFolder } from '../scratch.ts';
import { usePostgres } from '../sharedPostgres.ts';
import { type Answers, answersTo } from './answers.ts';
import {
  copyReleased,
  type Facts,
  factsOf,
  postgresSchemaSum,
  releases,
  schemaIn,
  stepsIn,
  unpack,
  withSchema,
} from './releases.ts';

const minute = 60_000;

type Row = Record<string, string>;

/** Recreates a server of the release's Discord with its id. */
function addServer({ setup, world }: DiscordServer, { id, name, ownerId, answers }: Facts['servers'][number]): void {
  const owner = { ...setup.addUser({ name: 'Ada' }), id: ownerId };
  world.people.set(ownerId, { user: owner, locale: 'en-US', acceptsMessages: true });
  const made = setup.addGuild({ name, ownerId, locale: answers.locale });
  const roles = [...made.roles.values()].map((role) => (role.id === made.id ? { ...role, id } : role));
  world.guilds.delete(made.id);
  world.guilds.set(id, { ...made, id, roles: new Map(roles.map((role) => [role.id, role])) });
  for (const { channelId } of answers.channels) {
    const channel = setup.addChannel(id, { name: 'news' });
    world.channels.delete(channel.id);
    world.channels.set(channelId, { ...channel, id: channelId });
  }
}

/** Opens the current Lede on a database that a release left ten minutes ago. The outlets no longer exist. */
async function openReleased(url: string, facts: Facts) {
  const clock = { now: facts.at + 10 * minute };
  const wall = () => clock.now;
  const server = await createDiscordServer({
    now: wall,
    monotonic: () => performance.now(),
    validate: true,
    settings: { answerMs: 60_000 },
  });
  for (const one of facts.servers) addServer(server, one);
  const { log, entries } = memoryLog();
  const app = await createApp(
    {
      token: server.token,
      apiUrl: server.url,
      databaseUrl: url,
      catalogue: facts.catalogue,
      privateOrigins: [new URL(server.origin).host],
      hostSpacingMs: 0,
      pictures: true,
      retentionDays: 30,
      roles: ['publish', 'send', 'gateway'],
      publicPort: { host: '127.0.0.1', port: 0 },
    },
    log as Log,
    { wall, wake: () => async () => {}, pool },
  );
  onTestFinished(async () => {
    await app.stop();
    await server.close();
  });
  await app.start();
  return { app, server, clock, errors: () => entries.filter(({ level }) => level === 'error') };
}

/** Whether a message is the second one of a digest, whose key ends with `/1`. */
const isSecond = (message: object): boolean => /"custom_id":"[^"]*\/1"/.test(JSON.stringify(message));

/** The answers without the setting for votes, which no longer exists. */
const withoutVotes = (answers: Answers) => ({
  ...answers,
  channels: answers.channels.map(({ schedule, ...channel }) => {
    const { votes: _, ...kept } = schedule as typeof schedule & { votes?: string };
    return { ...channel, schedule: kept };
  }),
});

/** What only versions before 2.0.0 wrote: an undo button from the last minutes, and subjects of notices as one text. */
function leaveOldRows(url: string): void {
  changeIn(url, "insert into keyv (namespace, key, value) values ('discord', 'digest:undo:1', '{}')");
  for (const subject of ['clock', 'silent polling', 'feed f back 7', 'role 1 opens', 'expired 1 2026-11-24#0']) {
    const columns = 'id, server_id, subject, notice, at, over_at';
    changeIn(url, `insert into notices (${columns}) values ('${subject}', 'none', '${subject}', '{}', 1, 1)`);
  }
}

/** Lets the hub of one feed push, so that the feed was polled once a day; it was due at `at` without the hub. */
function leaveHub(url: string, at: number): void {
  changeIn(url, `update hubs set unaided_due_at = ${at}`);
  changeIn(url, `update feeds set next_due_at = ${at + 24 * 60 * minute} where id in (select feed_id from hubs)`);
}

/**
 * Versions up to 2.1.0 kept a copy of a place from before members took articles out of it, and edits of several kinds.
 * Returns the digest's id.
 */
function takeOutAsBefore(url: string): string {
  const [row] = rowsIn(url, "select id, content from deliveries where kind = 'daily' order by id") as Row[];
  const { id = '', content = '' } = row ?? {};
  const digest = JSON.parse(content);
  const [place, ...others] = digest.places;
  const takenOut = { articles: [{ articleId: 'x', url: 'https://x.example/' }], place };
  const reduced = { ...place, title: 'Another headline', url: 'https://y.example/', outlets: 1, voices: 1, takenOut };
  const changed = JSON.stringify({ ...digest, places: [reduced, ...others] });
  const edit = JSON.stringify({ kind: 'taken-out', articleIds: ['x'], storyId: 's', at: 1 });
  changeIn(
    url,
    `insert into edits (delivery_id, article_id, correction, state, next_try_at)
      values ('${id}', 'taken-out x', '${edit}', 'pending', 1)`,
  );
  changeIn(url, `update deliveries set content = '${changed.replaceAll("'", "''")}' where id = '${id}'`);
  return id;
}

/** Versions up to 2.1.0 kept problems as sentences, and read two of them again at the next refusal. */
function refuseAsBefore(url: string): void {
  changeIn(url, "update deliveries set problem = 'Discord denied the channel' where problem = 'HTTP 503'");
  changeIn(
    url,
    "update deliveries set problem = 'direct messages are closed, seen twice' where problem like 'HTTP 405%'",
  );
}

/** Tests that an upgrade keeps everything, on one database engine. */
function upgradeSuite(kind: string, databaseOf: (version: string) => Promise<string>): void {
  test.each(releases)(
    `today's Lede opens the database of %s on ${kind} and goes on where it stopped`,
    async (version) => {
      const facts = factsOf(version);
      const url = await databaseOf(version);
      const isBefore2 = version.startsWith('1.');
      if (isBefore2) leaveOldRows(url);
      const unaidedDueAt = facts.at + 77;
      if (version <= '2.1.0') leaveHub(url, unaidedDueAt);
      if (version <= '2.1.0') refuseAsBefore(url);
      // Version 1.0.0 had no splits.
      const changedId = version === '1.0.0' ? undefined : takeOutAsBefore(url);
      const { app, server, clock, errors } = await openReleased(url, facts);
      expect(rowsIn(url, 'select max(version) as version from schema_version')).toEqual([
        { version: engineOf(url).migrations.length },
      ]);

      for (const { id, answers } of facts.servers) {
        expect(await answersTo(app, id, facts.storyIds)).toMatchObject(withoutVotes(answers));
      }

      const ownWords = "problem not like '% %' and state not in ('expired', 'refused')";
      expect(rowsIn(url, `select distinct state, problem from deliveries where ${ownWords} order by problem`)).toEqual([
        { state: 'pending', problem: 'channel-denied' },
        { state: 'lost', problem: 'digest-paused' },
        { state: 'pending', problem: 'messages-closed-twice' },
        { state: 'unknown', problem: 'never-confirmed' },
      ]);

      const dueThen = rowsIn(url, `select id from feeds where next_due_at = ${unaidedDueAt}`);
      expect(dueThen).toHaveLength(version <= '2.1.0' ? 1 : 0);

      const told = rowsIn(url, 'select * from notices order by id') as Record<string, string>[];
      const left = told.filter((row) => row.server_id === 'none').map((row) => [row.matter, row.about, row.detail]);
      expect(left).toEqual(
        isBefore2
          ? [
              ['clock', '', ''],
              ['expired', '1', '2026-11-24#0'],
              ['feed', 'f', 'back 7'],
              ['role-opens', '1', ''],
              ['silent', 'polling', ''],
            ]
          : [],
      );
      for (const { server_id, matter, about, detail, notice = '' } of told) {
        if (server_id === 'none') continue;
        expect(about).toBe(JSON.parse(notice).channelId);
        expect(detail).toMatch(matter === 'paused' ? /^$/ : new RegExp(`^${about}/daily/`));
      }

      // Neither stored settings nor stored undos contain what a later version dropped.
      expect(rowsIn(url, `select settings from channels where settings like '%"votes"%'`)).toEqual([]);
      expect(rowsIn(url, "select key from keyv where key like '%:undo:%'")).toEqual([]);

      if (changedId !== undefined) {
        const digest = (await app.storage.records.deliveries.byId(changedId))?.content;
        const edits = rowsIn(url, "select article_id as kind from edits where state = 'pending' order by article_id");
        expect(edits).toEqual([{ kind: 'facts' }, { kind: 'stored' }]);
        expect(digest?.places[0]?.title).not.toBe('Another headline');
        expect(digest && withoutTakenOut(digest).places[0]).toMatchObject({ title: 'Another headline', outlets: 1 });
      }

      if (version === '2.0.0') {
        // Its address was derived from the installation's key, which no longer exists.
        const page = await fetch(`${app.publicOrigin()}/digest/nKaGibqRaNiI_MWdfonriqVKALKCXfLi`);
        expect((await page.text()).match(/<h2>Tuesday 24 November<\/h2>/g)).toHaveLength(2);
      }

      const { byAll, byOne } = facts.found;
      const ask = async (query: string, serverId: string) => {
        const answer = await everything(app).ask.story(query, { serverId });
        return answer.kind === 'found' ? answer.card : undefined;
      };
      for (const { id } of facts.servers) {
        // The story may have a different headline by now.
        expect((await ask(byAll, id))?.storyId).toBe(facts.storyIds[0]);
        expect((await ask(byOne.title, id))?.title).toBe(id === byOne.serverId ? byOne.title : undefined);
      }

      const posted = () =>
        facts.servers.flatMap(({ answers }) =>
          answers.channels.flatMap(({ channelId }) =>
            server.acts.messages(channelId).flatMap((message) => (isSecond(message) ? [] : [channelId])),
          ),
        );
      for (let looks = 0; looks < 3; looks += 1) {
        await app.drain();
        clock.now += 10 * minute;
      }
      expect(posted().sort()).toEqual([...facts.due].sort());
      expect(rowsIn(url, "select id from deliveries where state = 'pending'")).toEqual([]);
      expect(errors()).toEqual([]);
    },
  );
}

describe('an upgrade', () => {
  upgradeSuite('SQLite', async (version) => `file:${unpack(version, scratchFolder())}`);
});

describe('an upgrade on PostgreSQL', () => {
  const server = usePostgres();
  upgradeSuite('PostgreSQL', async (version) => {
    const url = await server().create();
    await copyReleased(unpack(version, scratchFolder()), url);
    return url;
  });

  test.each(releases)('no step of the schema that %s released was edited for PostgreSQL', async (version) => {
    const steps = stepsIn(unpack(version, scratchFolder()));
    const sum = await postgresSchemaSum(await server().create(), steps);
    expect(sum, frozen(version)).toBe(factsOf(version).postgresSchema);
  });
});

const frozen = (version: string): string =>
  `The first steps of the schema no longer make what ${version} made. Databases out there have taken them already: ` +
  `put them back as they were and write a new step. If ${version} is not released yet, make its database anew.`;

test.each(releases)('no step of the schema that %s released was edited for SQLite', async (version) => {
  const folder = scratchFolder();
  const released = unpack(version, folder);
  const fresh = join(folder, 'fresh.db');
  await withSchema(`file:${fresh}`, stepsIn(released), async () => undefined);
  expect(schemaIn(fresh), frozen(version)).toEqual(schemaIn(released));
});
