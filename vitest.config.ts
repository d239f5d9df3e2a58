import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that wait for real processes and a real browser; begun last they would leave the other worker idle. */
const longest = ['test/chaos.test.ts', 'test/playground/page-flow.test.ts', 'test/desk/kill.test.ts'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => longest.some((path) => moduleId.endsWith(path));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // One less than there are is the default, which on two cores leaves one idle.
    maxWorkers: '100%',
    // discord.js and the readers are loaded once a worker instead of once a file: a third of the time. No test mocks a module.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});
