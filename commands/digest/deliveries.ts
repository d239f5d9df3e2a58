import type { Digest } from '../../src/newsroom/digest.ts';
import type { DeliveryKind } from '../../src/outbox/kinds.ts';
import { lateMaxMs } from '../../src/schedule/slots.ts';
import { renderDigest } from './card.ts';

/** A digest for a slot. */
export const daily: DeliveryKind<Digest> = {
  name: 'daily',
  needs: 'running-digest',
  lateMaxMs,
  saysQuiet: true,
  isMissed: true,
  draw: renderDigest,
};

/** A digest that somebody asked for. */
export const asked: DeliveryKind<Digest> = { ...daily, name: 'asked', needs: 'digest', isAwaited: true };
