import { refusals } from '../errors.ts';
import type { Fields } from '../wire.ts';
import { isFields } from '../wire.ts';
import type { Findings } from './fields.ts';

type Path = readonly (string | number)[];

const NESTED_MAX = 40;
const TEXT_MAX = 4_000;
/**
 * Beyond this many bytes Discord answers 500 instead of naming a limit (discord-api-docs issue 8554, August 2026): the
 * UTF-8 length of all texts plus 12 for each. Latin texts never reach it inside 4,000 characters, Japanese or Hindi
 * ones do.
 */
const TEXT_BYTES_MAX = 10_170;
const TEXT_OVERHEAD_BYTES = 12;
const CUSTOM_ID_MAX = 100;
const ROWS_MAX = 5;
const OPTIONS_MAX = 25;
/** Row, section, text, file, separator, as Lede uses no others; a container is only allowed at the top. */
const IN_CONTAINER = new Set([1, 9, 10, 13, 14]);
const TOP_LEVEL = new Set([...IN_CONTAINER, 17]);
const MEDIA_SCHEMES = ['http:', 'https:', 'attachment:'];

/** A file of the message that is checked; one that it had before has an address. */
export interface MessageFile {
  readonly filename: string;
  readonly url?: string;
}

interface Walk {
  readonly files: readonly MessageFile[];
  readonly found: Findings;
  readonly v2: boolean;
  readonly customIds: Set<string>;
  readonly ids: Set<number>;
  count: number;
  text: number;
  textBytes: number;
}

/** Checks a message's component tree by Discord's rules, those of Components V2 included. */
export function checkComponents(
  components: readonly unknown[],
  v2: boolean,
  files: readonly MessageFile[],
  found: Findings,
): void {
  const walk: Walk = { files, found, v2, customIds: new Set(), ids: new Set(), count: 0, text: 0, textBytes: 0 };
  const path: Path = ['components'];
  if (!v2 && components.length > ROWS_MAX) {
    found.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${ROWS_MAX} in length.`);
    return;
  }
  checkChildren(walk, components, path, v2 ? TOP_LEVEL : new Set([1]));
  if (walk.count > NESTED_MAX) {
    found.add(path, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', `At most ${NESTED_MAX} components`);
  }
  if (walk.text > TEXT_MAX) {
    found.add(path, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', `At most ${TEXT_MAX} characters`);
  }
  if (found.problems.length === 0 && walk.textBytes > TEXT_BYTES_MAX) throw refusals.serverError();
}

function checkChildren(walk: Walk, children: readonly unknown[], path: Path, allowed: ReadonlySet<number>): void {
  for (const [index, child] of children.entries()) checkOne(walk, child, [...path, index], allowed);
}

function checkOne(walk: Walk, component: unknown, path: Path, allowed: ReadonlySet<number>): void {
  const { found } = walk;
  if (!isFields(component)) {
    found.add(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    return;
  }
  walk.count += 1;
  const type = component.type;
  if (typeof type !== 'number' || !allowed.has(type)) {
    const list = [...allowed].join(', ');
    found.add([...path, 'type'], 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${list}).`);
    return;
  }
  const id = found.integer(component, 'id', path, 0, 2_147_483_647);
  if (id !== undefined && id > 0) {
    if (walk.ids.has(id)) found.add([...path, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
    walk.ids.add(id);
  }
  CHECKS[type]?.(walk, component, path);
}

const CHECKS: { readonly [type: number]: (walk: Walk, component: Fields, path: Path) => void } = {
  1: checkRow,
  2: checkButton,
  3: checkSelect,
  9: checkSection,
  10: checkText,
  11: checkThumbnail,
  13: checkFile,
  14: (walk, component, path) => walk.found.integer(component, 'spacing', path, 1, 2),
  17: checkContainer,
};

function checkRow(walk: Walk, row: Fields, path: Path): void {
  const children = walk.found.list(row, 'components', path, 1, 5) ?? [];
  const selects = children.filter((child) => isFields(child) && child.type === 3).length;
  if (selects > 0 && children.length > 1) {
    walk.found.add([...path, 'components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'A select fills its row');
  }
  checkChildren(walk, children, [...path, 'components'], new Set([2, 3]));
}

function takeCustomId(walk: Walk, component: Fields, path: Path): void {
  const value = walk.found.text(component, 'custom_id', path, 1, CUSTOM_ID_MAX, true);
  if (value === undefined) return;
  if (walk.customIds.has(value)) {
    walk.found.add([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Custom ids must differ');
  }
  walk.customIds.add(value);
}

function checkButton(walk: Walk, button: Fields, path: Path): void {
  const { found } = walk;
  found.text(button, 'label', path, 1, 80, true);
  // Links and purchases are styles 5 and 6; Lede uses neither.
  if (found.integer(button, 'style', path, 1, 4) === undefined) {
    found.add([...path, 'style'], 'BASE_TYPE_REQUIRED', 'This field is required');
  }
  if (button.url != null) found.add([...path, 'url'], 'BUTTON_COMPONENT_URL', 'This button cannot have a url');
  takeCustomId(walk, button, path);
}

function checkSelect(walk: Walk, select: Fields, path: Path): void {
  const { found } = walk;
  takeCustomId(walk, select, path);
  found.text(select, 'placeholder', path, 0, 150);
  const options = found.list(select, 'options', path, 1, OPTIONS_MAX) ?? [];
  const most = found.integer(select, 'max_values', path, 1, options.length) ?? 1;
  found.integer(select, 'min_values', path, 0, most);
  const seen = new Set<unknown>();
  for (const [index, option] of options.entries()) {
    const at = [...path, 'options', index];
    if (!isFields(option)) continue;
    found.text(option, 'label', at, 1, 100, true);
    const value = found.text(option, 'value', at, 1, 100, true);
    found.text(option, 'description', at, 0, 100);
    if (value !== undefined && seen.has(value)) {
      found.add([...at, 'value'], 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The option value is already used');
    }
    seen.add(value);
  }
}

function checkSection(walk: Walk, section: Fields, path: Path): void {
  const texts = walk.found.list(section, 'components', path, 1, 3) ?? [];
  checkChildren(walk, texts, [...path, 'components'], new Set([10]));
  if (section.accessory == null) {
    walk.found.add([...path, 'accessory'], 'BASE_TYPE_REQUIRED', 'This field is required');
    return;
  }
  checkOne(walk, section.accessory, [...path, 'accessory'], new Set([2, 11]));
}

function checkText(walk: Walk, text: Fields, path: Path): void {
  const content = walk.found.text(text, 'content', path, 1, TEXT_MAX, true);
  if (content === undefined) return;
  walk.text += content.length;
  walk.textBytes += Buffer.byteLength(content) + TEXT_OVERHEAD_BYTES;
}

function checkMedia(walk: Walk, owner: Fields, key: string, path: Path, schemes: readonly string[]): void {
  const media = owner[key];
  if (isFields(media)) {
    if (walk.files.some(({ url }) => url !== undefined && url === media.url)) return;
    walk.found.url(media, 'url', [...path, key], 2_048, schemes, true);
    const named = typeof media.url === 'string' ? /^attachment:\/\/(.*)$/s.exec(media.url)?.[1] : undefined;
    if (named === undefined || walk.files.some(({ filename }) => filename === named)) return;
    walk.found.add([...path, key, 'url'], 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', 'No such file');
  } else walk.found.add([...path, key], 'BASE_TYPE_REQUIRED', 'This field is required');
}

function checkThumbnail(walk: Walk, thumbnail: Fields, path: Path): void {
  checkMedia(walk, thumbnail, 'media', path, MEDIA_SCHEMES);
  walk.found.text(thumbnail, 'description', path, 1, 1_024);
}

function checkFile(walk: Walk, file: Fields, path: Path): void {
  checkMedia(walk, file, 'file', path, ['attachment:']);
}

function checkContainer(walk: Walk, container: Fields, path: Path): void {
  walk.found.integer(container, 'accent_color', path, 0, 0xff_ffff);
  const children = walk.found.list(container, 'components', path, 1, NESTED_MAX) ?? [];
  checkChildren(walk, children, [...path, 'components'], IN_CONTAINER);
}
