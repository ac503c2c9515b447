/*
 * npm run schema: writes the schema files anew from the classes.
 * npm run schema -- --release: and keeps them as those of the release, against which later changes are held.
 */
import { copyFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
await build(project);
const printer = join(project, 'dist', 'src', 'server', 'print-schema.js');
if (existsSync(printer)) {
  const { printSchemas } = await import(printer);
  const written = await printSchemas(project);
  const released = process.argv.includes('--release')
    ? written.map(name => name.replace('.graphql', '.released.graphql'))
    : [];
  for (const [at, name] of released.entries()) copyFileSync(join(project, written[at]), join(project, name));
  console.log(`Written: ${[...written, ...released].join(', ')}`);
} else {
  console.error('There is no schema to print yet (src/server/print-schema.ts).');
  process.exitCode = 1;
}
