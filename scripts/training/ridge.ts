/** Least squares with a penalty on every weight but the first, which stands for the constant; solved by elimination. */
export function ridge(rows: readonly (readonly number[])[], targets: readonly number[], penalty: number): number[] {
  const size = rows[0]?.length ?? 0;
  const matrix = Array.from({ length: size }, () => new Float64Array(size + 1));
  for (const [n, row] of rows.entries()) {
    for (let i = 0; i < size; i++) {
      const line = matrix[i];
      const left = row[i] ?? 0;
      if (!line || left === 0) continue;
      for (let j = 0; j < size; j++) line[j] = (line[j] ?? 0) + left * (row[j] ?? 0);
      line[size] = (line[size] ?? 0) + left * (targets[n] ?? 0);
    }
  }
  for (let i = 0; i < size; i++) {
    const line = matrix[i];
    if (line) line[i] = (line[i] ?? 0) + (i === 0 ? 1e-9 : penalty);
  }
  return solve(matrix, size);
}

function solve(matrix: Float64Array[], size: number): number[] {
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(matrix[row]?.[column] ?? 0) > Math.abs(matrix[pivot]?.[column] ?? 0)) pivot = row;
    }
    const line = matrix[pivot];
    const swapped = matrix[column];
    if (!line || !swapped) continue;
    matrix[pivot] = swapped;
    matrix[column] = line;
    const lead = line[column] ?? 0;
    if (Math.abs(lead) < 1e-12) continue;
    for (let row = 0; row < size; row++) {
      const other = matrix[row];
      if (row === column || !other) continue;
      const factor = (other[column] ?? 0) / lead;
      if (factor === 0) continue;
      for (let at = column; at <= size; at++) other[at] = (other[at] ?? 0) - factor * (line[at] ?? 0);
    }
  }
  return matrix.map((line, at) => (Math.abs(line[at] ?? 0) < 1e-12 ? 0 : (line[size] ?? 0) / (line[at] ?? 1)));
}
