import { invalidForm } from '../errors.ts';
import type { Fields } from '../wire.ts';
import { isFields } from '../wire.ts';
import { Findings } from './fields.ts';
import { checkSelect } from './selects.ts';

type Path = readonly (string | number)[];

/** A row with a text input, a text, or a label around one input (text, selects, file upload, radio and checkbox parts). */
const LABELLED = new Set([3, 4, 5, 6, 7, 8, 19, 21, 22, 23]);

/** Throws 50035 unless a modal keeps Discord's rules: at most 5 parts, title of 45, unique custom ids. */
export function checkModal(modal: unknown): void {
  const found = new Findings();
  if (!isFields(modal))
    throw invalidForm([{ path: ['data'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }]);
  found.text(modal, 'custom_id', ['data'], 1, 100, true);
  found.text(modal, 'title', ['data'], 1, 45, true);
  const customIds = new Set<string>();
  for (const [index, part] of (found.list(modal, 'components', ['data'], 1, 5) ?? []).entries()) {
    checkPart(part, ['data', 'components', index], found, customIds);
  }
  if (found.problems.length > 0) throw invalidForm(found.problems);
}

function checkPart(part: unknown, path: Path, found: Findings, customIds: Set<string>): void {
  const type = isFields(part) ? part.type : undefined;
  if (!isFields(part) || (type !== 1 && type !== 10 && type !== 18)) {
    found.add([...path, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1, 10, 18).');
    return;
  }
  if (type === 10) {
    found.text(part, 'content', path, 1, 4_000, true);
    return;
  }
  if (type === 18) {
    found.text(part, 'label', path, 1, 45, true);
    found.text(part, 'description', path, 0, 100);
    checkInput(part.component, [...path, 'component'], found, customIds, true);
    return;
  }
  const inputs = found.list(part, 'components', path, 1, 1) ?? [];
  for (const [at, input] of inputs.entries()) checkInput(input, [...path, 'components', at], found, customIds, false);
}

function checkInput(input: unknown, path: Path, found: Findings, customIds: Set<string>, labelled: boolean): void {
  const type = isFields(input) ? input.type : undefined;
  if (!isFields(input) || typeof type !== 'number' || (labelled ? !LABELLED.has(type) : type !== 4)) {
    found.add([...path, 'type'], 'UNION_TYPE_CHOICES', 'This component is not allowed here.');
    return;
  }
  const id = found.text(input, 'custom_id', path, 1, 100, true);
  if (id !== undefined && customIds.has(id)) {
    found.add([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  }
  if (id !== undefined) customIds.add(id);
  if (type === 4) checkTextInput(input, path, found, labelled);
  else if (type <= 8) checkSelect(input, path, found);
}

function checkTextInput(input: Fields, path: Path, found: Findings, labelled: boolean): void {
  if (!labelled) found.text(input, 'label', path, 1, 45, true);
  if (input.style !== 1 && input.style !== 2) {
    found.add([...path, 'style'], 'BASE_TYPE_CHOICES', 'Value must be one of {1, 2}.');
  }
  found.text(input, 'placeholder', path, 0, 100);
  found.text(input, 'value', path, 0, 4_000);
  found.integer(input, 'min_length', path, 0, 4_000);
  found.integer(input, 'max_length', path, 1, 4_000);
}
