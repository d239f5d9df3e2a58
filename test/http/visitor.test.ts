import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientVisitsMax, createVisitLimit, type Visitor, visitorAt, visitorOf } from '../../src/http/visitor.ts';

test.each([
  ['203.0.113.7', undefined, undefined],
  ['9.9.9.9', '1.1.1.1', '9.9.9.9'],
  ['127.0.0.1', '1.1.1.1, 8.8.8.8', '8.8.8.8'],
  ['::ffff:10.0.0.1', '8.8.8.8', '8.8.8.8'],
  ['127.0.0.1', undefined, undefined],
  ['127.0.0.1', 'unknown', undefined],
  ['2620:fe::fe', undefined, '9760:254:0:0'],
  ['::1', '2620:fe::1:2:3:4', '9760:254:0:0'],
  ['::1', '::ffff:8.8.8.8', '8.8.8.8'],
])('from %s with X-Forwarded-For %s, the client is %s', (remoteAddress, forwarded, client) => {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  expect(visitorOf({ socket: { remoteAddress }, headers } as unknown as IncomingMessage)?.client).toBe(client);
});

const at = (address: string): Visitor => visitorAt(address) ?? { client: address, network: 0 };

test('a limit begins anew each minute', () => {
  let now = 0;
  const may = createVisitLimit(() => now);
  const answered = () => Array.from({ length: clientVisitsMax + 1 }, () => may(at('9.9.9.9'))).filter(Boolean).length;
  expect(answered()).toBe(clientVisitsMax);
  now = 60_000;
  expect(answered()).toBe(clientVisitsMax);
});

test('once ten thousand clients ask in a minute, others share a count with their network only', () => {
  const may = createVisitLimit(() => 0);
  const first = Array.from({ length: 10_000 }, (_, nth) => `10.${nth >> 16}.${(nth >> 8) & 255}.${nth & 255}`);
  for (const client of first) may(at(client));
  // A network that floods uses up its own answers, of all its addresses together,
  const flood = Array.from({ length: 1_000 }, (_, nth) => may(at(`9.9.${nth >> 8}.${nth & 255}`)));
  expect(flood.filter(Boolean)).toHaveLength(clientVisitsMax);
  // but not those of another network, nor of a client that came before.
  expect([may(at('8.8.8.8')), may(at('2620:fe::1')), may(at('10.0.0.1'))]).toEqual([true, true, true]);
  const other = Array.from({ length: 1_000 }, (_, nth) => may(at(`2a00:1450:${nth.toString(16)}::1`)));
  expect(other.filter(Boolean)).toHaveLength(clientVisitsMax);
  expect(may(at('2a00:1451::1'))).toBe(true);
});
