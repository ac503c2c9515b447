import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** More fields, fragments spread out, are not worth compiling: what is made is kept. */
const maximumFields = 1_000;

/**
 * How many fields a query has, fragments spread out, if it may be compiled; else null.
 *
 * Left to graphql-js is what only values tell, so that no query has two compiled forms: directives (`@skip` and `@include`), interfaces and
 * unions; and introspection, which gains nothing.
 */
export function fieldsToCompile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): number | null {
  const root = schema.getQueryType();
  if (operation.operation !== 'query' || operation.directives?.length || !root) return null;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  const counted = new Map<string, number>();
  const fields = ofSet(operation.selectionSet, root);
  return fields <= maximumFields ? fields : null;

  /** Infinite where there is something that is not compiled. */
  function ofSet(set: SelectionSetNode, parent: GraphQLNamedType): number {
    let sum = 0;
    for (const selection of set.selections) sum += ofSelection(selection, parent);
    return sum;
  }

  function ofSelection(selection: SelectionNode, parent: GraphQLNamedType): number {
    if (selection.directives?.length || !isObjectType(parent)) return Number.POSITIVE_INFINITY;
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value, parent);
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value ?? parent.name;
      return condition === parent.name ? ofSet(selection.selectionSet, parent) : Number.POSITIVE_INFINITY;
    }
    const name = selection.name.value;
    if (name === '__typename') return 1;
    const field = parent.getFields()[name];
    if (!field) return Number.POSITIVE_INFINITY;
    return 1 + (selection.selectionSet ? ofSet(selection.selectionSet, getNamedType(field.type)) : 0);
  }

  function ofFragment(name: string, parent: GraphQLNamedType): number {
    const fragment = fragments.get(name);
    if (!fragment || fragment.directives?.length || fragment.typeCondition.name.value !== parent.name)
      return Number.POSITIVE_INFINITY;
    const fieldsOfIt = counted.get(name) ?? ofSet(fragment.selectionSet, parent);
    counted.set(name, fieldsOfIt);
    return fieldsOfIt;
  }
}
