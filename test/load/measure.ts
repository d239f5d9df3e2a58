/** To one place behind the point in the thousandths of its size: what a figure can mean. */
export const rounded = (value: number): number => Number(value.toPrecision(4));

/** Middle, 99th of a hundred and greatest. */
export function figuresOf(values: readonly number[]): { p50: number; p99: number; max: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** The slope of a straight line through points, per unit of `x`. */
export function slopeOf(points: readonly { x: number; y: number }[]): number {
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const square = mean((point) => (point.x - x) ** 2);
  return square === 0 ? 0 : mean((point) => (point.x - x) * (point.y - y)) / square;
}
