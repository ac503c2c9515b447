import { type ClassType, Field, ObjectType } from 'type-graphql';
import { connectionOf, type Page } from '../../boundary/page.js';
import { DateTimeScalar } from '../../boundary/scalars.js';
import { graphqlTypeOf } from './column.js';
import type { PublicTable, TableRow } from './table.js';

/** A page of a table, with the instant at which it was read. */
export interface TablePage extends Page<TableRow> {
  readonly asOf: Date;
}

/** The GraphQL type of a page of a table, made from its columns: what a file holds and what a query gives are one list. */
export function pageTypeOf({ typeName, description, columns }: PublicTable): ClassType<TablePage> {
  class Row {}
  ObjectType(typeName, { description })(Row);
  for (const column of columns) {
    const { key, nullable } = column;
    Field(() => graphqlTypeOf(column) as never, { nullable, description: column.description })(Row.prototype, key);
  }
  const Rows = connectionOf(Row, typeName);

  @ObjectType(`${typeName}Table`, { description: `A page of a public table: ${description}` })
  class Table extends Rows {
    @Field(() => DateTimeScalar, { description: 'When it was read.' })
    asOf!: Date;
  }
  return Table as unknown as ClassType<TablePage>;
}
