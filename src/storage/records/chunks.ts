/** 30k rows in chunks this size cost 1/4 of row by row; SQLite takes at most 32,766 parameters a statement. */
const rowsPerInsert = 200;

/** Parts that fit into one statement. */
export function chunksOf<T>(list: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < list.length; at += rowsPerInsert) chunks.push(list.slice(at, at + rowsPerInsert));
  return chunks;
}
