import type { Problem } from '../errors.ts';
import type { Fields } from '../wire.ts';

type Path = readonly (string | number)[];

/** Collects the problems of one body and what must be unique or counted across it. */
export class Findings {
  readonly problems: Problem[] = [];

  add(path: Path, code: string, message: string): void {
    this.problems.push({ path, code, message });
  }

  /** A text of bounded length; absent and null are fine unless the least length is stated as required. */
  text(fields: Fields, key: string, path: Path, least: number, most: number, required = false): string | undefined {
    const value = fields[key];
    const at = [...path, key];
    if (value === undefined || value === null) {
      if (required) this.add(at, 'BASE_TYPE_REQUIRED', 'This field is required');
      return undefined;
    }
    if (typeof value !== 'string') {
      this.add(at, 'STRING_TYPE_CONVERT', `Could not interpret "${String(value).slice(0, 40)}" as string.`);
      return undefined;
    }
    if (value.length > most) {
      this.add(at, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
    } else if (value.length < least) {
      this.add(at, 'BASE_TYPE_MIN_LENGTH', `Must be ${least} or more in length.`);
    }
    return value;
  }

  /** An integer inside bounds; absent and null are fine. */
  integer(fields: Fields, key: string, path: Path, least: number, most: number): number | undefined {
    const value = fields[key];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      this.add([...path, key], 'NUMBER_TYPE_COERCE', 'Value is not an integer.');
      return undefined;
    }
    if (value < least) {
      this.add([...path, key], 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${least}.`);
    } else if (value > most) {
      this.add([...path, key], 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${most}.`);
    }
    return value;
  }

  /** A list of bounded length; undefined when absent, null or no list. */
  list(fields: Fields, key: string, path: Path, least: number, most: number): readonly unknown[] | undefined {
    const value = fields[key];
    if (value === undefined || value === null) {
      if (least > 0) this.add([...path, key], 'BASE_TYPE_REQUIRED', 'This field is required');
      return undefined;
    }
    if (!Array.isArray(value)) {
      this.add([...path, key], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      return undefined;
    }
    if (value.length < least || value.length > most) {
      const bounds = least === most ? `${most}` : `between ${least} and ${most}`;
      this.add([...path, key], 'BASE_TYPE_BAD_LENGTH', `Must be ${bounds} in length.`);
    }
    return value;
  }

  /** An address of one of the given schemes, e.g. `https:`. */
  url(fields: Fields, key: string, path: Path, most: number, schemes: readonly string[], required: boolean): void {
    const value = this.text(fields, key, path, 1, most, required);
    if (value === undefined) return;
    if (!URL.canParse(value)) {
      this.add([...path, key], 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
      return;
    }
    const { protocol } = new URL(value);
    if (schemes.includes(protocol)) return;
    const known = schemes.map((scheme) => scheme.replace(':', '')).join(', ');
    this.add(
      [...path, key],
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${protocol.replace(':', '')}" is not supported. Scheme must be one of (${known}).`,
    );
  }
}
