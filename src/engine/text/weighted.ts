/** The sum of the features, each times its weight. */
export const weighted = <Name extends string>(
  features: Readonly<Record<Name, number>>,
  weights: Readonly<Record<Name, number>>,
): number => Object.entries<number>(weights).reduce((sum, [name, weight]) => sum + weight * features[name as Name], 0);
