import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

type Document = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

const known = new WeakMap<Document['fieldNodes'], ReadonlySet<string>>();

/**
 * The names of the fields that a query asks of the rows of a connection (`edges { node { ... } }`), of what stands beside a row (`cursor`)
 * and of `pageInfo`, told where the connection is resolved: so its statement leaves out what nobody reads. Rather too many than too few:
 * directives and conditions of type are not looked at. A connection under each of 500 rows is one place in the document, so it is looked at once.
 */
export function askedOfNodes({ fieldNodes, fragments }: Document): ReadonlySet<string> {
  const before = known.get(fieldNodes);
  if (before) return before;
  const edges = within(fieldNodes, 'edges', fragments);
  const places = [...edges, ...within(fieldNodes, 'pageInfo', fragments), ...within(edges, 'node', fragments)];
  const asked = new Set(places.flatMap(namesIn));
  known.set(fieldNodes, asked);
  return asked;

  function namesIn({ selectionSet }: Document['fieldNodes'][number]): string[] {
    return fieldsOf(selectionSet, fragments).map(({ name }) => name.value);
  }
}

function within(
  fields: Document['fieldNodes'],
  name: string,
  fragments: Document['fragments'],
): Document['fieldNodes'] {
  return fields.flatMap(({ selectionSet }) =>
    fieldsOf(selectionSet, fragments).filter(field => field.name.value === name),
  );
}

/** The fields of a selection, fragments spread out. */
function fieldsOf(set: SelectionSetNode | undefined, fragments: Document['fragments']): Document['fieldNodes'] {
  return (set?.selections ?? []).flatMap(selection => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, fragments);
    return fieldsOf(fragments[selection.name.value]?.selectionSet, fragments);
  });
}
