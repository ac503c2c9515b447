/** A list of names -> the object that GraphQL enums are registered from. */
export function enumOf<const T extends string>(values: readonly T[]): { readonly [K in T]: K } {
  return Object.fromEntries(values.map(value => [value, value])) as { [K in T]: K };
}
