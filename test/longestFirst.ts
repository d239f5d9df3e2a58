import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Runs the slowest files first; if they started last, the other worker would be idle at the end. */
export function longestFirst(paths: readonly string[]): typeof BaseSequencer {
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const isLong = ({ moduleId }: TestSpecification) => paths.some((path) => moduleId.endsWith(path));
      const sorted = await super.sort(files);
      return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
    }
  };
}
