// The process that is killed: all of Lede, controlled over IPC by the parent, which owns the virtual clock.
import { flushCompileCache } from 'node:module';
import { features as allFeatures } from '../../commands/features.ts';
import { type App, type AppSettings, createApp, type Drive } from '../../src/app.ts';
import { systemWall, type Wall } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import { wakeByCron } from '../../src/operation/wake.ts';
import { createWorkerPool } from '../../src/reading/pool/pool.ts';
import { everything } from '../desk/everything.ts';
import { twoMessages } from '../twoMessages.ts';
import type { Answer, Order } from './orders.ts';

const say = (answer: Answer) => process.send?.(answer);
interface Logged {
  err?: unknown;
  error?: unknown;
  delivery?: string;
  channel?: string;
  server?: string;
}
const note = (level: 'info' | 'warn' | 'error') => (values: Logged, message: string) => {
  const about = values.channel ?? values.delivery?.split('/')[0] ?? values.server;
  if (level === 'info' && about === undefined) return;
  const error = values.err ?? values.error;
  const more = error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(values);
  say({ is: 'log', isError: level === 'error', at: wall(), about, text: `${message}: ${more}` });
};
const log = { debug: () => {}, info: note('info'), warn: note('warn'), error: note('error') } as unknown as Log;

/** One thread is enough for three outlets, and each thread loads its parsers again in every process. */
const pool = createWorkerPool({ threads: 1 });
let app: App | undefined;
let wall: Wall = systemWall;
let now = 0;
let monotonicMs: number | undefined;

async function open(settings: AppSettings, drive: Drive): Promise<void> {
  const features = allFeatures.map(({ deliveries, ...rest }) => rest);
  app = await createApp(settings, log, { ...drive, pool, features: [...features, { deliveries: twoMessages }] });
  void app.over.then(({ message: sentence }) =>
    process.send?.({ is: 'over', sentence } satisfies Answer, () => process.exit(2)),
  );
  await app.start();
}

async function carryOut(order: Order): Promise<void> {
  if (order.do === 'live') return open(order.settings, { wall, wake: wakeByCron });
  if (order.do === 'open') {
    ({ now, monotonicMs } = order);
    wall = () => now;
    const monotonic = () => monotonicMs ?? performance.now();
    return open(order.settings, { wall, monotonic, wake: () => async () => {} });
  }
  if (app === undefined) throw new Error('not open');
  switch (order.do) {
    case 'run':
      ({ now, monotonicMs } = order);
      await app.drain();
      return;
    case 'change': {
      const change = everything(app).change[order.change] as (...given: unknown[]) => Promise<unknown>;
      await change(...order.given);
      return;
    }
    case 'follow':
      return follow(app, order);
    case 'stop':
      await app.stop();
      app = undefined;
  }
}

async function follow({ desk }: App, { by, storyId, place }: Extract<Order, { do: 'follow' }>): Promise<void> {
  const { serverId, userId, serverLocale: locale } = by;
  const card = await everything({ desk }).ask.storyById(storyId, { serverId });
  if (card === undefined) throw new Error('the story is gone');
  if ('placeId' in place) return everything({ desk }).change.followInMessages({ userId, locale }, place.placeId, card);
  const { channelId, interactionId } = place;
  return everything({ desk }).change.followInThread({ userId, locale, serverId, interactionId }, channelId, card);
}

process.on('message', (order: Order) => {
  carryOut(order)
    .then(async () => say({ is: 'idle', nextDueAt: await app?.nextDueAt() }))
    .catch((error: unknown) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      say({ is: 'failed', code, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    });
});
// As main.ts does.
process.once('SIGTERM', async () => {
  await app?.stop();
  process.exit(0);
});
// Exits with the test that started it.
process.on('disconnect', () => process.exit(0));
say({ is: 'loaded' });
// Node flushes the cache only at a clean exit, which few of these processes reach.
flushCompileCache();
