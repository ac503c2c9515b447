import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { maximumPageSize } from '../boundary/page.js';

/** How much an operation asks for, told from its text and variables before anything is done. */
export interface QuerySize {
  /** Fields of the outermost selection. */
  readonly fields: number;
  /** Rows of pages: `first`, times the rows of the pages around it. */
  readonly rows: number;
  /** Fields at every level, each times the rows that it is asked of. */
  readonly values: number;
}

const nothing: QuerySize = { fields: 0, rows: 0, values: 0 };
/** What a list of introspection counts as: it has no `first`, and schemas do not grow at run time. */
const introspectionList = 10;

/** Measures an operation that passed validation. Each fragment is measured once, so the work is linear in the document. */
export function querySize(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): QuerySize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  const measured = new Map<string, QuerySize>();
  const root = schema.getRootType(operation.operation);
  return root ? ofSet(operation.selectionSet, root) : nothing;

  function ofSet(set: SelectionSetNode | undefined, parent: GraphQLNamedType): QuerySize {
    return (set?.selections ?? []).map(selection => ofSelection(selection, parent)).reduce(together, nothing);
  }

  function ofSelection(selection: SelectionNode, parent: GraphQLNamedType): QuerySize {
    if (selection.kind === Kind.FIELD) return ofField(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    return ofSet(selection.selectionSet, conditionOf(selection.typeCondition?.name.value) ?? parent);
  }

  function ofFragment(name: string): QuerySize {
    const fragment = fragments.get(name);
    const condition = conditionOf(fragment?.typeCondition.name.value);
    const size = measured.get(name) ?? (fragment && condition ? ofSet(fragment.selectionSet, condition) : nothing);
    measured.set(name, size);
    return size;
  }

  function ofField(node: FieldNode, parent: GraphQLNamedType): QuerySize {
    const field = fieldOf(parent, node.name.value);
    if (!field) return { fields: 1, rows: 0, values: 1 };
    const inside = ofSet(node.selectionSet, getNamedType(field.type));
    const page = pageOf(field, node);
    const times =
      page ?? (parent.name.startsWith('__') && isListType(getNullableType(field.type)) ? introspectionList : 1);
    return {
      fields: 1,
      rows: (page ?? 0) + times * inside.rows,
      values: 1 + times * inside.values,
    };
  }

  function fieldOf(parent: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  }

  function conditionOf(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : schema.getType(name);
  }

  /** The rows that a page asks for, or a list of ids; null where nothing is asked for by pages. More than a page may have is refused elsewhere. */
  function pageOf(field: GraphQLField<unknown, unknown>, node: FieldNode): number | null {
    const argument = field.args.find(each => each.name === 'first');
    if (!argument) return field.args.some(each => isListOfIds(each.name)) ? idsOf(node) : null;
    const given = node.arguments?.find(each => each.name.value === 'first')?.value;
    let first: unknown = argument.defaultValue;
    if (given?.kind === Kind.INT) first = given.value;
    if (given?.kind === Kind.VARIABLE) first = variableOf(given.name.value) ?? first;
    const asked = Number(first);
    return Number.isFinite(asked) ? Math.min(Math.max(asked, 1), maximumPageSize) : maximumPageSize;
  }

  function idsOf(node: FieldNode): number {
    const given = node.arguments?.find(each => isListOfIds(each.name.value))?.value;
    if (given?.kind === Kind.LIST) return given.values.length;
    if (given?.kind !== Kind.VARIABLE) return 1;
    const byDefault = defaultOf(given.name.value);
    const ids = variables[given.name.value] ?? (byDefault?.kind === Kind.LIST ? byDefault.values : undefined);
    return Array.isArray(ids) ? ids.length : 1;
  }

  function variableOf(name: string): unknown {
    if (variables[name] !== undefined) return variables[name];
    const byDefault = defaultOf(name);
    return byDefault?.kind === Kind.INT ? byDefault.value : undefined;
  }

  function defaultOf(variable: string) {
    return operation.variableDefinitions?.find(each => each.variable.name.value === variable)?.defaultValue;
  }
}

function isListOfIds(argument: string): boolean {
  return argument === 'ids' || argument === 'nodeIds';
}

function together(a: QuerySize, b: QuerySize): QuerySize {
  return { fields: a.fields + b.fields, rows: a.rows + b.rows, values: a.values + b.values };
}
