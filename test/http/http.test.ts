import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openHttp } from '../../src/http/server.ts';
import { counted, createVitals, type Vitals } from '../../src/operation/vitals.ts';
import { roles } from '../../src/schedule/loop.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { day, firstDay, hour, minute, newsInBoth, openDesk, type TestDesk } from '../desk/desk.ts';
import { emptyTestStorage, testDatabaseUrl } from '../storage/testDatabase.ts';

const anyPort = { host: '127.0.0.1', port: 0 };
const metricsOf = async ({ app }: TestDesk) => (await fetch(`${app.httpOrigin()}/metrics`)).text();

let at: TestDesk;
beforeAll(async () => {
  at = await openDesk({ settings: { http: anyPort }, keep: true });
  await at.drain();
});
afterAll(() => at.close());

async function get(path: string, method = 'GET', origin = at.app.httpOrigin()) {
  const response = await fetch(`${origin}${path}`, { method });
  return { status: response.status, body: await response.text(), type: response.headers.get('content-type') };
}

describe('health and metrics', () => {
  test('say that the database answers and that Discord is connected', async () => {
    expect(await get('/healthz')).toMatchObject({ status: 200, body: 'ok\n' });
    expect(await get('/readyz')).toMatchObject({ status: 200, body: 'ready\n' });
  });

  test('give the figures of the desk and of the process as Prometheus text, and no secret', async () => {
    const { status, body, type } = await get('/metrics');
    expect(status).toBe(200);
    expect(type).toContain('text/plain');
    expect(body).toContain('lede_feeds{outcome="ok"} 0\n');
    expect(body).toContain('lede_discord_connected 1\n');
    expect(body).toContain('lede_silent_seconds{what="sending"} 0\n');
    expect(body).toMatch(/^lede_processes 1$/m);
    expect(body).toMatch(/^lede_role\{role="gateway"\} 1$/m);
    expect(body).toMatch(
      new RegExp(`^lede_role_since_timestamp_seconds\\{role="send",process="\\S+ ${process.pid}"\\} \\d+`, 'm'),
    );
    expect(body).toMatch(/^lede_due\{work="messages"\} 0$/m);
    expect(body).toMatch(/^lede_loop_runs\{loop="poll"\} [1-9]/m);
    expect(body).toMatch(/^lede_transaction_retries \d+$/m);
    expect(body).toMatch(/^lede_database_bytes [1-9]\d{4,}$/m);
    expect(body).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(body).not.toContain(at.server.token);
    expect(body).not.toContain(at.serverId);
  });

  test('answer to nothing else', async () => {
    expect((await get('/')).status).toBe(404);
    expect((await get('/metrics/../constructor')).status).toBe(404);
    expect((await get('/metrics', 'POST')).status).toBe(405);
  });

  const statusWith = async (path: string, host: string): Promise<number | undefined> => {
    const sent = request(`${at.app.httpOrigin()}`, { path, headers: { host } }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    return response.statusCode;
  };

  test('answer only where Host is an address or a name without a dot, so that no web page reads them', async () => {
    const { host } = new URL(at.app.httpOrigin() ?? '');
    for (const own of [host, 'localhost:8323', '[::1]:8323', '10.0.0.7', 'lede:8323']) {
      expect(await statusWith('/metrics', own), own).toBe(200);
    }
    for (const foreign of ['rebound.example:8323', `${host}.example`, 'localhost.:8323', 'localhost:8323:1']) {
      for (const path of ['/metrics', '/healthz', '/readyz', '/']) {
        expect(await statusWith(path, foreign), foreign).toBe(421);
      }
    }
    expect(await statusWith('//', host)).toBe(404);
  });

  /** What vitals need beside a storage, at a time that stands still. */
  const standing = {
    loops: [],
    clock: { wall: () => 0, startedAt: () => 0, stoodMs: () => 0 },
    monotonic: () => 0,
    member: { holds: () => true },
    connected: () => true,
    integrity: async () => undefined,
  };
  const registry = new Registry();
  const vitals = {} as Vitals;

  test('a port in use is named in a sentence', async () => {
    const port = Number(new URL(at.app.httpOrigin() ?? '').port);
    const opened = openHttp({ host: '127.0.0.1', port, version: '1', vitals, registry });
    await expect(opened).rejects.toThrow(`The port ${port} on 127.0.0.1 cannot be opened for HTTP_PORT: it is taken`);
  });

  test('an address of another machine is reported with HTTP_HOST, because another port would not help', async () => {
    // Reserved for documentation (RFC 5737), so that no machine has this address.
    const opened = openHttp({ host: '192.0.2.1', port: 8323, version: '1', vitals, registry });
    await expect(opened).rejects.toThrow('HTTP_HOST must be an address of this machine, which 192.0.2.1 is not.');
  });

  test('while the database fails, health and readiness are 503 with the reason, and only its figures are left out', async () => {
    const storage = await openStorage({ url: await testDatabaseUrl(), now: () => 0 });
    const member = await storage.join(roles);
    const send = counted({ name: 'send', every: '* * * * * *', run: async () => 3 }, () => 0);
    await send.run(0);
    const ofProcess = createVitals({ ...standing, storage, member, loops: [send], connected: () => false });
    const http = await openHttp({ ...anyPort, version: '1', vitals: ofProcess, registry });
    onTestFinished(() => http.close());
    const asked = (path: string) => get(path, 'GET', http.origin);
    expect((await asked('/metrics')).body).toMatch(/^lede_database_up 1$/m);
    await storage.close();
    const { status, body } = await asked('/metrics');
    expect(status).toBe(200);
    expect(body).toMatch(/^lede_database_up 0$/m);
    expect(body).toMatch(/^lede_loop_work\{loop="send"\} 3$/m);
    expect(body).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(body).not.toMatch(/^lede_(?:feeds|articles|silent_seconds|database_bytes)/m);
    const health = await asked('/healthz');
    expect(health).toMatchObject({ status: 503, body: expect.stringMatching(/^(?!failed\n).+\n$/) });
    const ready = await asked('/readyz');
    expect(ready.status).toBe(503);
    expect(ready.body).toMatch(/^not connected to Discord\nthe database does not answer: .+\n$/);
  });

  test('a database that hangs is asked once, and waited for three seconds', async () => {
    const storage = await emptyTestStorage();
    let asked = 0;
    const hangs = () => {
      asked += 1;
      return new Promise<never>(() => {});
    };
    const feedFigures = { ...storage.records.feedFigures, lastReadAt: hangs };
    const processes = { ...storage.records.processes, list: hangs };
    const hanging = { ...storage, records: { ...storage.records, feedFigures, processes } };
    const vitalsOf = createVitals({ ...standing, storage: hanging });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const answers = Promise.all([vitalsOf.figures(), vitalsOf.figures(), vitalsOf.hindrances()]);
    await vi.advanceTimersByTimeAsync(3_000);
    const [figures, , hindrances] = await answers;
    expect(figures).toMatchObject({ connected: true, stored: undefined });
    expect(hindrances).toEqual(['the database does not answer: none within 3 s']);
    expect(asked).toBe(2);
  });

  test('a database that is slow has its last figures shown for two minutes', async () => {
    const storage = await emptyTestStorage();
    let now = 0;
    let answer: Promise<number> = Promise.resolve(7);
    const articles = { ...storage.records.articles, count: () => answer };
    const ofStorage = { ...storage, records: { ...storage.records, articles } };
    const slow = createVitals({ ...standing, storage: ofStorage, monotonic: () => now });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    expect((await slow.figures()).stored?.articles).toBe(7);
    answer = new Promise(() => {});
    const articlesAt = async (at: number) => {
      now = at;
      const figures = slow.figures();
      await vi.advanceTimersByTimeAsync(3_000);
      return (await figures).stored?.articles;
    };
    const shown = [await articlesAt(minute), await articlesAt(2 * minute), await articlesAt(3 * minute)];
    expect(shown).toEqual([7, 7, undefined]);
  });
});

test('unknown values are left out instead of 0, which would mean the year 1970', async () => {
  const desk = await openDesk({ settings: { http: anyPort } });
  const checked = async () => {
    const text = await metricsOf(desk);
    return [...text.matchAll(/^lede_database_(checked\w+|problems) (.*)$/gm)].map(([, , value]) => Number(value));
  };
  expect(await checked()).toEqual([]);
  await desk.drain();
  expect(await checked()).toEqual([0, desk.now / 1_000]);
});

test('how late feeds are polled is a histogram, with the feeds of servers apart', async () => {
  const desk = await openDesk({ settings: { http: anyPort } });
  const [post] = desk.sites;
  post?.feed('/own.xml', []);
  const own = { url: `${post?.origin}/own.xml`, title: 'Own', items: [] };
  const { id } = await desk.change.addFeed(desk.by, own, undefined);
  const polls = async () => {
    const text = await metricsOf(desk);
    const counts = text.matchAll(/^lede_poll_lateness_seconds_bucket\{le="(300|\+Inf)",loop="own-poll"\} (\d+)$/gm);
    return Object.fromEntries([...counts].map(([, le, count]) => [le, Number(count)]));
  };
  await desk.drain();
  expect(await polls()).toEqual({ 300: 1, '+Inf': 1 });
  desk.now = ((await desk.app.storage.records.feeds.byId(id))?.nextDueAt ?? 0) + 10 * minute;
  await desk.drain();
  expect(await polls()).toEqual({ 300: 1, '+Inf': 2 });
});

test('how late digests are posted, and how long members wait for an answer, are histograms', async () => {
  const desk = await openDesk({ settings: { http: anyPort }, before: newsInBoth });
  const counts = async () => {
    const text = await metricsOf(desk);
    const value = (name: string) => Number(new RegExp(`^${RegExp.escape(name)} (.*)$`, 'm').exec(text)?.[1]);
    return {
      within: ['60', '300', '600'].map((le) => value(`lede_delivery_delay_seconds_bucket{le="${le}",kind="daily"}`)),
      digests: value('lede_delivery_delay_seconds_count{kind="daily"}'),
      commands: value('lede_answer_seconds_count{kind="command"}'),
      suggestions: value('lede_answer_seconds_count{kind="suggestions"}'),
    };
  };
  expect(await counts()).toEqual({ within: [0, 0, 0], digests: 0, commands: 0, suggestions: 0 });
  await desk.change.subscribe(desk.by, desk.channelId, ['world', 'technology']);
  const fault = desk.server.fail({ method: 'POST', path: /\/messages$/, how: 503, times: 1_000 });
  await desk.to(0, '08:00');
  fault.remove();
  await desk.skip(4 * minute);
  expect(desk.posted()).toHaveLength(1);
  const from = { user: desk.admin, channel: desk.channelId };
  await desk.server.acts.run({ ...from, command: 'help' }).shown;
  await desk.server.acts.type({ ...from, command: 'story', options: { query: 'ferry' }, focused: 'query' }).shown;
  await expect.poll(counts).toEqual({ within: [0, 1, 1], digests: 1, commands: 1, suggestions: 1 });
});

test('each unsent digest is counted once, both stored ones and those missed while Lede was away', async () => {
  const desk = await openDesk({ settings: { http: anyPort } });
  const expired = async () => {
    const text = await metricsOf(desk);
    return Number(/^lede_deliveries\{state="expired"\} (\d+)/m.exec(text)?.[1]);
  };
  await desk.change.subscribe(desk.by, desk.channelId, ['world']);
  await desk.change.saveSettings(desk.by, desk.channelId, { quiet: 'post' });
  const isLate = { status: 405, code: 0, message: 'not now' };
  const fault = desk.server.fail({ method: 'POST', path: /\/messages$/, how: isLate, times: 1_000 });
  await desk.to(0, '08:00');
  fault.remove();
  await desk.restart();
  await desk.to(0, '10:30');
  expect(desk.told()).toHaveLength(1);
  expect(await expired()).toBe(1);
  await desk.app.stop();
  desk.now = firstDay + 2 * day + 11 * hour;
  await desk.restart();
  await desk.drain();
  expect(await expired()).toBe(2);
  await desk.to(3, '08:00');
  expect(desk.posted()).toHaveLength(1);
  await desk.to(3, '12:00');
  expect(await expired()).toBe(0);
});
