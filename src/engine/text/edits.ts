/** How many letters to insert, delete, replace or swap to turn `a` into `b`; `max + 1` if more than `max`. */
export function editsBetween(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? max + 1, max + 1);
}

/** How many edits still count as a typo: none in a short word, one in a word of 4 to 6 letters, else two. */
export const editsAllowed = (word: string) => (word.length <= 3 ? 0 : word.length <= 6 ? 1 : 2);

/** The entry with the fewest edits from a mistyped word, the first of equals. Undefined above `editsAllowed`. */
export function nearest<One>(
  word: string,
  among: readonly One[],
  editsOf: (one: One, max: number) => number,
): One | undefined {
  const max = editsAllowed(word);
  const near = among.map((one) => ({ one, edits: editsOf(one, max) })).sort((a, b) => a.edits - b.edits);
  return near.find(({ edits }) => edits <= max)?.one;
}
