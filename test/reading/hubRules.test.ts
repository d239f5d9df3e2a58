import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAllowance } from '../../src/reading/hubs/allowance.ts';
import { askAgainAt, isSigned, leaseOf, restedAt } from '../../src/reading/hubs/rules.ts';
import { day, hour, minute } from '../desk/desk.ts';

const now = 1_795_500_000_000;
const numRuns = 300;

test('any stated lease ends within thirty days, and is renewed neither immediately nor days after its end', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.bigInt({ min: 1n, max: 10n ** 60n }), fc.bigInt({ min: 1n, max: 10n ** 7n })),
      (seconds) => {
        const lease = leaseOf(String(seconds), now);
        if (!lease) throw new Error('no lease');
        expect(lease.endsAt - now).toBe(Math.min(Number(seconds) * 1_000, 30 * day));
        expect(lease.renewAt - now).toBe(Math.max(5 * minute, 0.8 * (lease.endsAt - now)));
      },
    ),
    { numRuns },
  );
  expect(leaseOf(undefined, now)).toEqual({ endsAt: now + day, renewAt: now + 0.8 * day });
  for (const odd of ['', '0', '000', '-5', '1e3', '0x10', '٣', ' 5', '5 ', '9'.repeat(101)]) {
    expect(leaseOf(odd, now)).toBeUndefined();
  }
});

test('a request to a hub is repeated after ten minutes at the soonest and a day at the latest', () => {
  fc.assert(
    fc.property(fc.nat(), fc.string(), (attempts, retryAfter) => {
      for (const at of [askAgainAt(attempts, now), restedAt(retryAfter, now)]) {
        expect(at - now).toBeGreaterThanOrEqual(10 * minute);
        expect(at - now).toBeLessThanOrEqual(day);
      }
    }),
    { numRuns },
  );
  expect(restedAt('7200', now)).toBe(now + 2 * hour);
});

test('a signature is right for one body and one secret, and no header makes it throw', () => {
  const method = fc.constantFrom('sha1', 'sha256', 'sha384', 'sha512');
  fc.assert(
    fc.property(method, fc.uint8Array(), fc.string(), fc.string(), (name, body, secret, other) => {
      const digest = createHmac(name, secret).update(body).digest('hex');
      expect(isSigned(body, `${name}=${digest}`, secret)).toBe(true);
      expect(isSigned(body, ` ${name.toUpperCase()}=${digest.toUpperCase()} `, secret)).toBe(true);
      expect(isSigned(new Uint8Array([...body, 0]), `${name}=${digest}`, secret)).toBe(false);
      expect(isSigned(body, `${name}=${digest}`, `${secret}x`)).toBe(false);
      for (const wrong of [other, `${name}=${other}`, `${name}=${digest.slice(2)}`, `${name}=${digest}00`, undefined]) {
        expect(isSigned(body, wrong, secret)).toBe(false);
      }
    }),
    { numRuns },
  );
});

test('pushes of megabytes count for as many items as two whole documents may have', () => {
  const allowance = createAllowance();
  const left = () => allowance.left('feed', now);
  for (const bytes of [1_000, 5 * 1024 * 1024]) allowance.spend('feed', { items: 1, bytes }, now);
  expect(left()).toBe(2_000 - 20 - 1_000);
  allowance.spend('feed', { items: 30, bytes: 5 * 1024 * 1024 }, now);
  expect(left()).toBeLessThan(0);
  expect([allowance.left('another', now), allowance.left('feed', now + 15 * minute)]).toEqual([2_000, 2_000]);
});
