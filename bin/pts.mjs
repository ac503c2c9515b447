#!/usr/bin/env node
/*
 * The entry of the command line. It may be run by any Node: where that is too old, it hands over to the Node that npm
 * installed with the project. It compiles what changed and then becomes src/cli.ts.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  const { becomeUnderOptions, endWithParent, handOver, mustHandOver } = await import('./node-runtime.mjs');
  const tooOld = mustHandOver(project);
  if (!tooOld) becomeUnderOptions();
  endWithParent();
  if (tooOld) await handOver(project, fileURLToPath(import.meta.url));
  else await become();
} catch (error) {
  // The command line itself reports its own trouble; what arrives here could not even be started.
  console.error(`pts: ${error.expected ? error.message : (error.stack ?? error)}`);
  process.exit(1);
}

async function become() {
  // graphql-js looks at this once, when it is imported, and checks every value twice without it.
  process.env.NODE_ENV ??= 'production';
  const { build } = await import('../scripts/build.mjs');
  const { entry } = await build(project);
  const { enableCompileCache } = await import('node:module'); // an older Node has none, and has handed over
  enableCompileCache(join(dirname(entry), 'compiled'));
  const { main } = await import(pathToFileURL(entry).href);
  process.stdout.on('error', error => {
    if (error.code !== 'EPIPE') throw error; // who reads no further, as `head`, wants no more of it
  });
  await main(process.argv.slice(2));
}
