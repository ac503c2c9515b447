/* Medians, spreads, exponents. */

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How far rounds lie apart: (largest - smallest) / median. */
export function spread(values) {
  return (Math.max(...values) - Math.min(...values)) / median(values);
}

/** The ratios of rounds that were made one after the other, so that a bad minute hits both. */
export function pairwise(ours, theirs) {
  return ours.map((value, round) => value / theirs[round]);
}

/** The power of the size with which a cost grows: least squares through the logarithms. In: pairs of size and cost. */
export function exponent(points) {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)]);
  const mean = at => logs.reduce((sum, each) => sum + each[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = logs.reduce((sum, each) => sum + (each[0] - x) * (each[1] - y), 0);
  return above / logs.reduce((sum, each) => sum + (each[0] - x) ** 2, 0);
}
