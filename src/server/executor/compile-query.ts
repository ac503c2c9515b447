import {
  type DocumentNode,
  defaultFieldResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getVariableValues,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { type AskedField, Execution, isPromise, type Writer } from './execution.js';
import type { Output } from './output.js';

/** Writes the JSON of `data`; null where anything went wrong, of which nothing is told. */
export type CompiledQuery = (context: unknown, variables: Readonly<Record<string, unknown>>) => Promise<Output | null>;

/** The fields of which a value is asked, each under its key. */
type Asked = ReadonlyMap<string, readonly FieldNode[]>;
type Path = GraphQLResolveInfo['path'] | undefined;

/**
 * Compiles a query that `fieldsToCompile` lets through into functions that write its answer: what a field is, who resolves it and how its
 * value is written is found out once, and of an answer nothing is made but its bytes.
 */
export function compileQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledQuery {
  const fragments = fragmentsOf(document);
  let fields = 0;
  const query = writerOfObject(schema.getQueryType() as GraphQLObjectType, [operation.selectionSet], undefined);

  return async (context, variables) => {
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (!coerced) return null;
    return new Execution(context, coerced).run(query);
  };

  function writerOfObject(type: GraphQLObjectType, sets: readonly SelectionSetNode[], path: Path): Writer {
    const asked = [...askedBy(sets, fragments)].map(([key, nodes], at) => ({
      before: `${at === 0 ? '{' : ','}"${key}":`,
      field: fieldOf(type, nodes, { prev: path, key, typename: type.name }),
    }));
    return (source, to, execution) => {
      if (source instanceof Error) throw source;
      for (const { before, field } of asked) {
        to.sheet.ascii(before);
        execution.write(field, source, to);
      }
      to.sheet.ascii('}');
    };
  }

  function fieldOf(
    parentType: GraphQLObjectType,
    fieldNodes: readonly FieldNode[],
    path: NonNullable<Path>,
  ): AskedField {
    const fieldName = fieldNodes[0]?.name.value ?? '';
    const definition = fieldName === '__typename' ? TypeNameMetaFieldDef : parentType.getFields()[fieldName];
    if (!definition) throw new Error(`there is no field ${parentType}.${fieldName}`);
    const returnType = definition.type;
    const ofQuery = { schema, fragments, operation, rootValue: undefined };
    const info = { ...ofQuery, fieldName, fieldNodes, returnType, parentType, path };
    fields += 1;
    const { resolve = defaultFieldResolver } = definition;
    return { at: fields - 1, definition, resolve, info, write: writerOf(returnType, fieldNodes, path) };
  }

  function writerOf(type: GraphQLOutputType, nodes: readonly FieldNode[], path: Path): Writer {
    if (!isNonNullType(type)) {
      const write = writerOfValues(type, nodes, path);
      return (value, to, execution) => {
        if (value === null || value === undefined) to.sheet.ascii('null');
        else write(value, to, execution);
      };
    }
    const write = writerOfValues(type.ofType, nodes, path);
    return (value, to, execution) => {
      if (value === null || value === undefined) throw new Error('null where there is never null');
      write(value, to, execution);
    };
  }

  function writerOfValues(type: GraphQLOutputType, nodes: readonly FieldNode[], path: Path): Writer {
    if (isLeafType(type)) {
      return (value, to) => {
        to.sheet.json(type.serialize(value));
      };
    }
    if (isListType(type)) return writerOfList(writerOf(type.ofType, nodes, path));
    if (!isObjectType(type) || type.isTypeOf) throw new Error(`what a ${type} is cannot be said beforehand`);
    return writerOfObject(
      type,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
      path,
    );
  }
}

function writerOfList(write: Writer): Writer {
  const writeList: Writer = (values, to, execution) => {
    if (!Array.isArray(values)) throw new Error('no list');
    if (values.some(isPromise)) {
      execution.later(Promise.all(values), to, writeList);
      return;
    }
    let before = '[';
    for (const value of values) {
      to.sheet.ascii(before);
      write(value, to, execution);
      before = ',';
    }
    to.sheet.ascii(values.length === 0 ? '[]' : ']');
  };
  return writeList;
}

/** What selections ask of an object, fragments spread out; a key that is asked twice is answered where it stands first. */
function askedBy(
  sets: readonly SelectionSetNode[],
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  asked = new Map<string, FieldNode[]>(),
): Asked {
  for (const selection of sets.flatMap(({ selections }) => selections)) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      asked.set(key, [...(asked.get(key) ?? []), selection]);
    } else {
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      if (fragment) askedBy([fragment.selectionSet], fragments, asked);
    }
  }
  return asked;
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  return Object.fromEntries(
    definitions.flatMap(each => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
}
