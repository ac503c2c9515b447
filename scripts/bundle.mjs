/*
 * Puts what `pts` runs into a few files: dist/ and its libraries, some 2,000 modules. Finding, reading and linking as many took half of
 * the processor time of a start (docs/performance.md). What is imported when it is asked for stays in a file of its own.
 * Tests, and whoever else imports dist/, take no notice of it.
 */
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Not bundled: what may be missing, and a page of 9 MB that is loaded when a browser asks for it. */
const EXTERNAL = [/^@opentelemetry\//, 'class-validator', 'pg-native', 'tinyglobby', '@graphql-yoga/render-graphiql'];
/** A process that runs may yet import from the bundle that it was started from. */
const KEPT = 3;

/** In: the project's directory, what tells one state of the program from another. Out: the file to run, made if it was not there. */
export async function bundle(project, key) {
  const bundles = join(project, 'dist', 'bundles');
  const directory = join(bundles, key);
  const entry = join(directory, 'cli.js');
  if (existsSync(entry)) return entry;
  const unfinished = `${directory}.${process.pid}.unfinished`;
  await write(project, unfinished);
  try {
    renameSync(unfinished, directory);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(entry)) throw error; // another process was faster
  }
  forgetOld(bundles);
  return entry;
}

async function write(project, directory) {
  const { rolldown } = await import('rolldown');
  const bundling = await rolldown({
    cwd: project,
    input: join(project, 'dist', 'src', 'cli.js'),
    platform: 'node',
    external: EXTERNAL,
    plugins: [bundledShield],
  });
  try {
    await bundling.write({ dir: directory, format: 'esm', keepNames: true, sourcemap: true });
  } finally {
    await bundling.close();
  }
}

/** `server/shield` requires its libraries by a function of its own; without it the bundler sees what is required. */
const bundledShield = {
  name: 'bundled-shield',
  transform: {
    filter: { id: /[\\/]dist[\\/]src[\\/]server[\\/]shield\.js$/ },
    handler(code) {
      const own = 'const require = createRequire(import.meta.url);';
      if (!code.includes(own))
        throw new Error('server/shield requires its libraries in another way: see scripts/bundle.mjs');
      return { code: code.replace(own, ''), map: null };
    },
  },
};

function forgetOld(bundles) {
  const byAge = readdirSync(bundles)
    .map(name => ({ path: join(bundles, name), at: statSync(join(bundles, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of byAge.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}
