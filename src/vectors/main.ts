import { runVectors } from './run-vectors.js';

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('Usage: vectors DIR|FILE...   (each FILE, and every *.json of each DIR, is run against the core)');
  process.exitCode = 2;
} else {
  const { passed, failed, lines } = runVectors(paths);
  for (const line of lines) console.log(line);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
