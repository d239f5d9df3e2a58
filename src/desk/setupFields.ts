import { isDeepStrictEqual } from 'node:util';
import type { SetupRow } from '../storage/records/servers/setups.ts';
import type { SetupTable } from '../storage/tables.ts';

/** A row's columns, with the settings unpacked from their JSON column. */
type Fields = Readonly<Record<string, unknown>>;

/** Columns that Lede advances itself or derives from others. */
const derived: Partial<Record<SetupTable, readonly string[]>> = {
  channels: [
    ...['nextDueAt', 'nextDate', 'nextOrdinal', 'lastDate', 'lastOrdinal'],
    ...['owner', 'leaseUntil', 'createdAt'],
  ],
  alerts: ['mark', 'atOnce'],
};
/** Fields that only make sense together; they are compared and undone as one. */
const together: Partial<Record<SetupTable, readonly (readonly string[])[]>> = {
  alerts: [
    ['topicId', 'words', 'feedIds', 'voices', 'forum', 'createdAt'],
    ['quiet', 'zone', 'silent'],
  ],
};

export const fieldsOf = ({ settings, ...columns }: SetupRow): Fields => ({
  ...columns,
  ...(typeof settings === 'string' ? JSON.parse(settings) : {}),
});

/** Packs the fields into a row with these columns. */
function rowOf(fields: Fields, columns: SetupRow): SetupRow {
  const settings = Object.fromEntries(Object.entries(fields).filter(([name]) => !Object.hasOwn(columns, name)));
  const stored = (name: string) => (name === 'settings' ? JSON.stringify(settings) : fields[name]);
  return Object.fromEntries(Object.keys(columns).map((name) => [name, stored(name)])) as SetupRow;
}

/** Whether both rows have the same values in these fields. */
const agree = (names: readonly string[], one: Fields, other: Fields) =>
  names.every((name) => isDeepStrictEqual(one[name] ?? null, other[name] ?? null));

/** The fields of a row that members can change, in groups that only make sense together. */
function groupsOf(table: SetupTable, ...rows: readonly Fields[]): (readonly string[])[] {
  const names = new Set(rows.flatMap((fields) => Object.keys(fields)));
  const groups = together[table] ?? [];
  const single = names.difference(new Set([...groups.flat(), ...(derived[table] ?? [])]));
  return [...groups, ...[...single].map((name) => [name])];
}

/** Whether the rows agree in everything that members can change. */
export function isSameSetup(table: SetupTable, one: SetupRow | undefined, other: SetupRow | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const [a, b] = [fieldsOf(one), fieldsOf(other)];
  return groupsOf(table, a, b).every((names) => agree(names, a, b));
}

/**
 * Undoes a change of a row, except in fields that were changed again since; `isWhole` is false if there are any.
 * Undefined if all fields were changed again.
 */
export function takenBack(
  table: SetupTable,
  before: SetupRow,
  after: SetupRow,
  current: SetupRow,
): { row: SetupRow; isWhole: boolean } | undefined {
  const [old, made, now] = [fieldsOf(before), fieldsOf(after), fieldsOf(current)];
  const changed = groupsOf(table, old, made).filter((names) => !agree(names, old, made));
  const open = changed.filter((names) => agree(names, now, made));
  if (open.length === 0) return undefined;
  const back = Object.fromEntries(open.flat().map((name) => [name, old[name]]));
  const row = rowOf({ ...now, ...back }, current);
  return { row: isSameSetup(table, row, before) ? before : row, isWhole: open.length === changed.length };
}
