import type { Fields, WireMessage, WireModal } from '../wire.ts';

/** Kinds of interactions, with Discord's numbers. */
export const INTERACTION_TYPES = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
export type LifeKind = keyof typeof INTERACTION_TYPES;

/** The first callback, or `failed` if none came within 3 s ("The application did not respond"). */
export type Answer =
  | { kind: 'message'; message: WireMessage }
  | { kind: 'deferred'; ephemeral: boolean }
  | { kind: 'deferredUpdate' }
  | { kind: 'update'; message: WireMessage }
  | { kind: 'choices'; choices: readonly { name: string; value: string | number }[] }
  | { kind: 'modal'; modal: WireModal }
  | { kind: 'failed' };

/** What the user finally sees. `expired`: the server closed before the answer came. */
export type Shown = Extract<Answer, { kind: 'message' | 'choices' | 'modal' | 'failed' }> | { kind: 'expired' };

/** Where an interaction came from. */
export interface LifeOrigin {
  readonly id: string;
  readonly token: string;
  readonly kind: LifeKind;
  readonly userId: string;
  readonly channelId: string;
  /** The command's whole name (`news subscribe`) or the custom id of the component or modal. */
  readonly name: string;
  /** The message that contains the clicked component, or the one that opened the modal. */
  readonly sourceId?: string;
  readonly metadata: Fields;
  /** Monotonic ms. */
  readonly startedAt: number;
}

/** One interaction, from the user's act to the last edit. */
export class Life {
  readonly #answered = Promise.withResolvers<Answer>();
  readonly #shown = Promise.withResolvers<Shown>();
  readonly origin: LifeOrigin;
  readonly #read: (channelId: string, messageId: string) => WireMessage | undefined;
  readonly #elapsed: () => number;
  /** Resolves with the first callback, or `failed` after 3 s; never rejects. */
  readonly answered = this.#answered.promise;
  /** Resolves with what the user finally sees; after a deferral, with the edit or follow-up. Never rejects. */
  readonly shown = this.#shown.promise;
  answer: Answer | undefined;
  final: Shown | undefined;
  /** Real ms from the act to the first callback. */
  answerMs: number | undefined;
  /** Real ms from the act to `shown`. */
  shownMs: number | undefined;
  /** The message that `@original` refers to: the reply, or the updated message. */
  originalId: string | undefined;
  readonly followupIds: string[] = [];

  constructor(
    origin: LifeOrigin,
    read: (channelId: string, messageId: string) => WireMessage | undefined,
    elapsed: () => number,
  ) {
    this.origin = origin;
    this.#read = read;
    this.#elapsed = elapsed;
  }

  /** Whether the first callback came in time. */
  get acknowledged(): boolean {
    return this.answer !== undefined && this.answer.kind !== 'failed';
  }

  /** The reply as it is now. */
  get original(): WireMessage | undefined {
    return this.originalId === undefined ? undefined : this.#read(this.origin.channelId, this.originalId);
  }

  /** Starts the timeout for the first answer; its timer does not keep the process alive. */
  expect(withinMs: number, failed: () => void): void {
    setTimeout(() => {
      if (this.answer !== undefined) return;
      this.settle({ kind: 'failed' });
      failed();
    }, withinMs).unref();
  }

  /** Records the first callback, or its absence. */
  settle(answer: Answer): void {
    if (this.answer !== undefined) return;
    this.answer = answer;
    this.answerMs = this.#elapsed();
    this.#answered.resolve(answer);
    if (answer.kind === 'deferred' || answer.kind === 'deferredUpdate') return;
    this.finish(answer.kind === 'update' ? { kind: 'message', message: answer.message } : answer);
  }

  /** Records what the user finally sees; only the first call counts. */
  finish(shown: Shown): void {
    if (this.final !== undefined) return;
    this.final = shown;
    this.shownMs = this.#elapsed();
    this.#shown.resolve(shown);
  }

  /** Ends all waiting when the server closes. */
  close(): void {
    this.settle({ kind: 'failed' });
    this.finish({ kind: 'expired' });
  }
}
