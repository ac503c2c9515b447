import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The directory of the project, whether this file runs compiled (dist/src/cli) or as it is (src/cli). */
export const projectDirectory: string = findProject(dirname(fileURLToPath(import.meta.url)));

function findProject(from: string): string {
  return existsSync(join(from, 'package.json')) || dirname(from) === from ? from : findProject(dirname(from));
}
