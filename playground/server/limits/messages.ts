import { MessageFlags } from 'discord-api-types/v10';
import { ApiError, invalidForm, refusals } from '../errors.ts';
import type { Fields } from '../wire.ts';
import { isFields } from '../wire.ts';
import type { MessageFile } from './components.ts';
import { checkComponents } from './components.ts';
import { Findings } from './fields.ts';

const CONTENT_MAX = 2_000;
const FILES_MAX = 10;
/** The parts that exist only with the flag: sections, texts, thumbnails, files, separators, containers. */
const V2_PARTS = new Set([9, 10, 11, 13, 14, 17]);

/**
 * Throws what Discord would about a message as it would stand after this request: 50035 with every problem, or 50006.
 */
export function checkMessage(message: Fields, files: readonly MessageFile[]): void {
  const found = new Findings();
  const flags = typeof message.flags === 'number' ? message.flags : 0;
  const v2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  const content = found.text(message, 'content', [], 0, CONTENT_MAX);
  // Lede sends no embeds.
  if (!v2) found.list(message, 'embeds', [], 0, 0);
  const components = found.list(message, 'components', [], 0, 40) ?? [];
  checkMix(message, v2, components, found);
  if (v2 || !components.some(isV2Part)) checkComponents(components, v2, files, found);
  const nonce = message.nonce;
  if (typeof nonce === 'string' && nonce.length > 25) {
    found.add(['nonce'], 'NONCE_TYPE_TOO_LONG', 'Nonce cannot be more than 25 characters.');
  }
  if (files.length > FILES_MAX) {
    found.add(['attachments'], 'BASE_TYPE_MAX_LENGTH', `Must be ${FILES_MAX} or fewer in length.`);
  }
  if (found.problems.length > 0) throw invalidForm(found.problems);
  const shown = (content?.trim() ?? '') !== '' || components.length > 0 || files.length > 0;
  if (!shown) throw refusals.emptyMessage();
}

function isV2Part(component: unknown): boolean {
  return isFields(component) && typeof component.type === 'number' && V2_PARTS.has(component.type);
}

function checkMix(message: Fields, v2: boolean, components: readonly unknown[], found: Findings): void {
  if (!v2) {
    for (const [index, component] of components.entries()) {
      if (isV2Part(component)) {
        found.add(['components', index, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).');
      }
    }
    return;
  }
  for (const key of ['content', 'embeds', 'sticker_ids', 'poll']) {
    const value = message[key];
    if (value == null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    found.add(
      [key],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    );
  }
}

/** Throws 50035 unless autocomplete choices keep to 25 of at most 100 characters. */
export function checkChoices(choices: unknown): void {
  const found = new Findings();
  const list = found.list({ choices }, 'choices', ['data'], 0, 25) ?? [];
  for (const [index, choice] of list.entries()) {
    const path = ['data', 'choices', index];
    if (!isFields(choice)) {
      found.add(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
      continue;
    }
    found.text(choice, 'name', path, 1, 100, true);
    if (typeof choice.value === 'string') found.text(choice, 'value', path, 1, 100, true);
    else if (typeof choice.value !== 'number')
      found.add([...path, 'value'], 'BASE_TYPE_REQUIRED', 'This field is required');
  }
  if (found.problems.length > 0) throw invalidForm(found.problems);
}

/** Moves the problems of a nested body (`data` of a callback) under their path. */
export function within<T>(path: readonly string[], check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof ApiError) || error.problems.length === 0) throw error;
    throw invalidForm(error.problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] })));
  }
}
