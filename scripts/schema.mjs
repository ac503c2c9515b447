/* npm run schema: writes the schema files anew from the classes. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
await build(project);
const printer = join(project, 'dist', 'src', 'server', 'print-schema.js');
if (existsSync(printer)) {
  const { printSchemas } = await import(printer);
  console.log(`Written: ${(await printSchemas(project)).join(', ')}`);
} else {
  console.error('There is no schema to print yet (src/server/print-schema.ts).');
  process.exitCode = 1;
}
