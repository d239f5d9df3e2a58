import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begins with the files that take longest: begun last they would leave the other worker idle. */
export function longestFirst(paths: readonly string[]): typeof BaseSequencer {
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const isLong = ({ moduleId }: TestSpecification) => paths.some((path) => moduleId.endsWith(path));
      const sorted = await super.sort(files);
      return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
    }
  };
}
