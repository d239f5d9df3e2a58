import type { Digest } from '../../src/newsroom/digest.ts';
import type { DeliveryKind } from '../../src/outbox/kinds.ts';
import { lateMaxMs } from '../../src/schedule/slots.ts';
import { renderDigest } from './card.ts';

export const daily: DeliveryKind<Digest> = {
  name: 'daily',
  needs: 'running-digest',
  lateMaxMs,
  saysQuiet: true,
  isMissed: true,
  draw: renderDigest,
};

export const asked: DeliveryKind<Digest> = { ...daily, name: 'asked', needs: 'digest', isAwaited: true };
