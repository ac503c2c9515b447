#!/usr/bin/env node
/*
 * npm run bench: the product beside what a user would pick instead, and beside the limit, each in a process of its own, on one
 * population. README.md beside this file says what is measured and how to read it.
 *
 *   --quick        5,000 systems instead of 100,000; under two minutes
 *   --check        fails below a goal of goals.json
 *   --only NAME    one workload (may be given several times)
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const bench = dirname(fileURLToPath(import.meta.url));
const project = dirname(bench);

try {
  const { endWithParent, handOver, mustHandOver } = await import('../bin/node-runtime.mjs');
  endWithParent();
  if (mustHandOver(project)) await handOver(project, fileURLToPath(import.meta.url));
  else process.exit(await main());
} catch (error) {
  console.error(`bench: ${error.expected ? error.message : (error.stack ?? error)}`);
  process.exit(1);
}

async function main() {
  const { values: options } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  process.env.NODE_ENV = 'production'; // of the parts of the product that this process imports, and of all that it starts
  const { install } = await import('./install.mjs');
  await install(bench);
  const { build } = await import('../scripts/build.mjs');
  await build(project);
  const { run } = await import('./run.mjs');
  return run(options);
}
