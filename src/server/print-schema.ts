import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { accountSchema, publicSchema } from './schema.js';

/** The schema files at the root of the project, and the schema that each shows. */
const schemaFiles: Readonly<Record<string, () => Promise<GraphQLSchema>>> = {
  'schema.graphql': accountSchema,
  'schema.public.graphql': publicSchema,
};

/** A schema as text in an order of its own, so that moving a line of code moves no line of the file. */
export function sortedText(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** Writes the schema files into a directory; gives their names. */
export async function printSchemas(directory: string): Promise<string[]> {
  const names = Object.keys(schemaFiles);
  for (const [name, schema] of Object.entries(schemaFiles)) {
    writeFileSync(join(directory, name), sortedText(await schema()));
  }
  return names;
}
