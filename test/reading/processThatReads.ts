import { createReading, type ReadingSettings } from '../../src/reading/reading.ts';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** Polls once, in a separate process that a test can kill. */
process.on('message', async ({ settings, now }: { settings: ReadingSettings; now: number }) => {
  const reading = await createReading(settings, () => now, quiet);
  await reading.loops.find(({ name }) => name === 'poll')?.run(now);
});
