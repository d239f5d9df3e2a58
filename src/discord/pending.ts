import { type CommandContext, Explained } from './command.ts';

const ttlMs = 15 * 60_000;

/** Keeps what a button will need while its message can be answered; returns the id for its custom_id. */
export async function keepPending(
  { kept }: CommandContext,
  kind: string,
  interactionId: string,
  value: object,
): Promise<string> {
  await kept.set(`${kind}:${interactionId}`, value, ttlMs);
  return interactionId;
}

/** What was kept under that id. Throws Explained when it is too old. */
export async function takePending<T extends object>(
  { kept }: CommandContext,
  kind: string,
  id: string,
  isValid: (value: object) => value is T,
): Promise<T> {
  const value = await kept.get(`${kind}:${id}`);
  if (typeof value !== 'object' || value === null || !isValid(value)) {
    throw new Explained((texts) => texts.topics.expired);
  }
  return value;
}
