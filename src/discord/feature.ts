import type { Monotonic } from '../clock.ts';
import type { DeskParts } from '../desk/desk.ts';
import type { Route } from '../http/route.ts';
import type { ServerId } from '../ids.ts';
import type { Log } from '../log.ts';
import type { DeliveryKind } from '../outbox/kinds.ts';
import type { Loop } from '../schedule/loop.ts';
import type { Command } from './command.ts';

/** The parts of a feature, for `commands/features.ts`. */
export interface Feature {
  commands?: readonly Command[];
  /** Kinds of messages that the feature sends. */
  deliveries?: readonly DeliveryKind[];
  loops?: readonly ((parts: LoopParts) => Loop)[];
  /** Pages below the public URL. */
  routes?: readonly ((parts: LoopParts) => Route)[];
}

/** Everything that a feature's loop or route may use. */
export interface LoopParts extends DeskParts {
  log: Log;
  localeOf(serverId: ServerId): Promise<string>;
  /** The name under which this process claims rows. */
  owner: string;
  /** Whether the process is stopping; work not begun is left for the next process. */
  ending(): boolean;
  /** For limits in real time. */
  monotonic: Monotonic;
}

export const kindsOf = (features: readonly Feature[]): DeliveryKind[] =>
  features.flatMap(({ deliveries = [] }) => deliveries);

/** The commands of the features, sorted by name. */
export const commandsOf = (features: readonly Feature[]): Command[] =>
  features.flatMap(({ commands = [] }) => commands).sort((a, b) => (a.data.name < b.data.name ? -1 : 1));
