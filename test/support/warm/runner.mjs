/*
 * Jest evaluates its own parts anew for each test file, inside the file's environment. Those that print, name and draw by lot keep
 * nothing of a file, so they are loaded once in a worker: that spares each file a tenth of a second. What compares values stays inside.
 */
import { createRequire } from 'node:module';
import circus from 'jest-circus/runner';

const warm = new Set([
  '@jest/test-result',
  'chalk',
  'dedent',
  'jest-diff',
  'jest-matcher-utils',
  'jest-message-util',
  'jest-snapshot',
  'jest-util',
  'p-limit',
  'pretty-format',
  'pure-rand',
  'stack-utils',
]);

/** Runs a test file as jest-circus does, which loads by this method of the file's runtime. */
export default function runFile(globalConfig, config, environment, runtime, path, tell) {
  const load = runtime.requireInternalModule.bind(runtime);
  runtime.requireInternalModule = (from, name) => (warm.has(name) ? createRequire(from)(name) : load(from, name));
  return circus.default(globalConfig, config, environment, runtime, path, tell);
}
