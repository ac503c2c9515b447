import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';

/** What arguments are given, by the name of the argument or else of its type: values that are there, some that are not. */
export type Pool = Readonly<Record<string, readonly unknown[]>>;

/** A query that was made up, with its variables. */
export interface RandomQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Makes up a query that fits a schema: fields of all kinds with aliases (also such as every object of JavaScript has), arguments written
 * out and as variables, fragments by name and inline, `@skip` and `@include`, interfaces, `__typename`.
 */
export function randomQuery(schema: GraphQLSchema, pool: Pool, random: () => number): RandomQuery {
  const declared: string[] = [];
  const variables: Record<string, unknown> = {};
  const fragments: string[] = [];
  const root = schema.getQueryType();
  if (!root) throw new Error('the schema has no queries');
  const chance = (share: number) => random() < share;
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const withDirectives = chance(0.15);
  const body = setOf(root, 0);
  const head = declared.length > 0 ? `query Made(${declared.join(', ')})` : chance(0.5) ? 'query Made' : 'query';
  return { query: [`${head} ${body}`, ...fragments].join('\n'), variables };

  function setOf(type: GraphQLNamedType, depth: number): string {
    if (isAbstractType(type)) {
      const members = schema.getPossibleTypes(type).filter(() => chance(0.2));
      return `{ __typename ${members.map(member => `... on ${member.name} ${setOf(member, depth + 1)}`).join(' ')} }`;
    }
    const fields = Object.values((type as GraphQLObjectType).getFields()).filter(
      field => depth < 5 || isLeafType(getNamedType(field.type)),
    );
    const wanted = depth === 0 ? 1 + Math.floor(random() * 2) : 1 + Math.floor(random() * 5);
    const chosen = Array.from({ length: wanted }, () => one(fields)).filter(field => field !== undefined);
    const parts = chosen.map(({ name, args, type: of }) => {
      const alias = chance(0.25) ? `${one(['a', 'b', 'c', 'constructor', 'toString', '__proto__'])}: ` : '';
      const inside = isLeafType(getNamedType(of)) ? '' : ` ${setOf(getNamedType(of), depth + 1)}`;
      const field = `${alias}${name}${argumentsOf(args)}${directive()}${inside}`;
      return depth > 0 && chance(0.15) ? around(field, type) : field;
    });
    return `{ ${chance(0.2) || parts.length === 0 ? '__typename ' : ''}${parts.join(' ')} }`;
  }

  /** A field within a fragment. */
  function around(field: string, type: GraphQLNamedType): string {
    if (chance(0.5)) return `... ${chance(0.5) ? `on ${type.name} ` : ''}${directive()} { ${field} }`;
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${type.name} { ${field} }`);
    return `...${name}${directive()}`;
  }

  function directive(): string {
    if (!withDirectives || !chance(0.3)) return '';
    return ` @${one(['skip', 'include'])}(if: ${chance(0.5) ? one(['true', 'false']) : variable('Boolean!', chance(0.5))})`;
  }

  function argumentsOf(args: readonly GraphQLArgument[]): string {
    const given = args.filter(({ type, defaultValue, name }) =>
      isNonNullType(type) && defaultValue === undefined ? true : chance(name === 'first' ? 0.7 : 0.25),
    );
    if (given.length === 0) return '';
    const written = given.map(({ name, type }) => {
      const value = made(type, name);
      return `${name}: ${chance(0.5) ? variable(String(type), value) : literalOf(type, value)}`;
    });
    return `(${written.join(', ')})`;
  }

  function variable(type: string, value: unknown): string {
    const name = `v${declared.length}`;
    declared.push(`$${name}: ${type}`);
    variables[name] = value;
    return `$${name}`;
  }

  function made(type: GraphQLInputType, name: string): unknown {
    if (isNonNullType(type)) return made(type.ofType, name);
    if (isListType(type)) return Array.from({ length: Math.floor(random() * 3) }, () => made(type.ofType, name));
    if (isEnumType(type)) return one(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(field => isNonNullType(field.type) || chance(0.3));
      return Object.fromEntries(fields.map(field => [field.name, made(field.type, field.name)]));
    }
    return one(pool[name] ?? pool[type.name] ?? [null]);
  }

  function literalOf(type: GraphQLInputType, value: unknown): string {
    if (isNonNullType(type)) return literalOf(type.ofType, value);
    if (Array.isArray(value) && isListType(type))
      return `[${value.map(each => literalOf(type.ofType, each)).join(', ')}]`;
    if (isEnumType(type)) return String(value);
    if (isInputObjectType(type) && typeof value === 'object' && value !== null) {
      const fields = type.getFields();
      const written = Object.entries(value).map(([name, each]) => {
        const field = fields[name];
        return `${name}: ${field ? literalOf(field.type, each) : 'null'}`;
      });
      return `{ ${written.join(', ')} }`;
    }
    return JSON.stringify(value);
  }
}
