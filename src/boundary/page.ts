import 'reflect-metadata';
import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { Refusal } from '../domain/error.js';
import { shortened } from './shortened.js';

/** The most rows that one page may ask for. */
export const maximumPageSize = 500;

/** What a connection takes: keyset pages, so page 2,000 costs what page 1 costs. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: `How many at most, 1 to ${maximumPageSize}.` })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor after which to begin: `pageInfo.endCursor` of the page before.',
  })
  after?: string | null;
}

@ObjectType({ description: 'Where a page ends, and whether there is more.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'true: there are rows after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last row; null on an empty page (of changes: where to go on, also on an empty one).',
  })
  endCursor!: string | null;
}

export interface Edge<Node> {
  readonly node: Node;
  readonly cursor: string;
}

export interface Page<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
}

/**
 * One page by keyset.
 *
 * `fetch` gives at most `limit` rows that come after `key` in an order of its own; `keyOf` gives the values by which a row
 * stands in that order. Refuses `first` out of range and a cursor that is not one of ours with BAD_USER_INPUT.
 */
export async function pageOf<Node>(
  args: PageArgs,
  keyLength: number,
  fetch: (key: readonly string[] | null, limit: number) => Promise<readonly Node[]>,
  keyOf: (node: Node) => readonly string[],
): Promise<Page<Node>> {
  const { key, limit } = boundsOf(args, keyLength);
  return pageOfRows(args, await fetch(key, limit), keyOf);
}

/** After which key a page begins (null: at the beginning), and how many rows tell whether there are more. Refuses as `pageOf` does. */
export function boundsOf({ first, after }: PageArgs, keyLength: number) {
  requirePageSize(first);
  return { key: after ? parseCursor(after, keyLength) : null, limit: first + 1 };
}

/** The page of rows that come after its key; one that is too many tells that there are more. */
export function pageOfRows<Node>(
  { first }: Pick<PageArgs, 'first'>,
  found: readonly Node[],
  keyOf: (node: Node) => readonly string[],
): Page<Node> {
  const edges = found.slice(0, first).map(node => new KeyedEdge(node, keyOf));
  return { edges, pageInfo: new EndOfPage(found.length > first, edges.at(-1)) };
}

/**
 * Where a page ends; the cursor is written when it is asked for. A class, since V8 makes a shape of its own for each literal object that has a
 * getter: it is freed by full collections alone, and keeps the rows of the page until then (a quarter of node's time was copying them).
 */
class EndOfPage implements PageInfo {
  readonly hasNextPage: boolean;
  readonly #last: Edge<unknown> | undefined;

  constructor(hasNextPage: boolean, last: Edge<unknown> | undefined) {
    this.hasNextPage = hasNextPage;
    this.#last = last;
  }

  get endCursor(): string | null {
    return this.#last?.cursor ?? null;
  }
}

/** A row and its place; the cursor is written when it is asked for, which is seldom. */
class KeyedEdge<Node> implements Edge<Node> {
  readonly node: Node;
  readonly #keyOf: (node: Node) => readonly string[];

  constructor(node: Node, keyOf: (node: Node) => readonly string[]) {
    this.node = node;
    this.#keyOf = keyOf;
  }

  get cursor(): string {
    return cursorOf(this.#keyOf(this.node));
  }
}

/** Refuses a page of less than 1 or more than `maximumPageSize` rows with BAD_USER_INPUT. */
export function requirePageSize(first: number): void {
  if (first >= 1 && first <= maximumPageSize) return;
  throw new Refusal('BAD_USER_INPUT', `\`first\` is ${first}; it must be 1 to ${maximumPageSize}.`, {
    field: 'first',
    value: first,
    maximum: maximumPageSize,
  });
}

function cursorOf(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function parseCursor(cursor: string, length: number): readonly string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === length && key.every(part => typeof part === 'string')) return key;
  } catch {
    // not ours: refused below
  }
  throw notACursor(cursor);
}

/** BAD_USER_INPUT for text that is no cursor of the connection that it was given to. */
export function notACursor(cursor: string): Refusal {
  return new Refusal('BAD_USER_INPUT', `"${shortened(cursor)}" is not a cursor of this connection.`, {
    field: 'after',
    value: shortened(cursor),
  });
}

/** Makes the connection and edge types of a node type. */
export function connectionOf<Node extends object>(node: ClassType<Node>, name: string): ClassType<Page<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page.` })
  class NodeEdge {
    @Field(() => node, { description: 'The row itself.' })
    node!: Node;

    @Field(() => String, { description: 'Where it stands: usable as `after`.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} rows.` })
  class Connection {
    @Field(() => [NodeEdge], { description: 'The rows with their cursors.' })
    edges!: Edge<Node>[];

    @Field(() => PageInfo, { description: 'Where the page ends.' })
    pageInfo!: PageInfo;
  }
  return Connection;
}
