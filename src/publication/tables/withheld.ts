/** Systems that a sum is of; a group without a name is the rest, which is not published but can be told by subtraction. */
export interface Group {
  readonly name: string | null;
  readonly systems: number;
}

/**
 * The groups whose sums are not published: those of fewer than `minimum` systems, and, where these and the rest are together too few
 * to hide among, the smallest of the others, since the sum of all is public.
 *
 * Counts -> names.
 */
export function withheldGroups(groups: readonly Group[], minimum: number): ReadonlySet<string> {
  const named = groups.filter((group): group is Group & { name: string } => group.name !== null && group.systems > 0);
  const hidden = new Set(named.filter(({ systems }) => systems < minimum).map(({ name }) => name));
  const unseen = groups
    .filter(({ name }) => name === null || hidden.has(name))
    .reduce((sum, each) => sum + each.systems, 0);
  if (unseen === 0 || unseen >= minimum) return hidden;
  const [smallest] = named.filter(({ name }) => !hidden.has(name)).sort((a, b) => a.systems - b.systems);
  return smallest ? new Set([...hidden, smallest.name]) : hidden;
}
