import type { Fields } from '../wire.ts';
import { isFields } from '../wire.ts';
import type { Findings } from './fields.ts';

const OPTIONS_MAX = 25;

/** Checks what all selects share and the options of a string select (type 3). */
export function checkSelect(select: Fields, path: readonly (string | number)[], found: Findings): void {
  found.text(select, 'placeholder', path, 0, 150);
  const least = found.integer(select, 'min_values', path, 0, OPTIONS_MAX) ?? 1;
  const most = found.integer(select, 'max_values', path, 1, OPTIONS_MAX) ?? 1;
  if (least > most && select.min_values != null) {
    found.add(
      [...path, 'min_values'],
      'SELECT_COMPONENT_MIN_VALUES_TOO_LARGE',
      'min_values must not exceed max_values',
    );
  }
  if (select.type !== 3) return;
  const options = found.list(select, 'options', path, 1, OPTIONS_MAX) ?? [];
  if (options.length > 0 && most > options.length) {
    found.add(
      [...path, 'max_values'],
      'SELECT_COMPONENT_MAX_VALUES_TOO_LARGE',
      `max_values must not exceed the ${options.length} options`,
    );
  }
  const seen = new Set<unknown>();
  for (const [index, option] of options.entries()) {
    const at = [...path, 'options', index];
    if (!isFields(option)) continue;
    found.text(option, 'label', at, 1, 100, true);
    const value = found.text(option, 'value', at, 1, 100, true);
    found.text(option, 'description', at, 0, 100);
    if (value !== undefined && seen.has(value)) {
      found.add(
        [...at, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    }
    seen.add(value);
  }
}
