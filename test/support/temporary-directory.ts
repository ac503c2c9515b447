import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory for one test file, within the directory that goes with the run. Others may enter it. */
export function temporaryDirectory(name: string): string {
  const directory = mkdtempSync(join(process.env.PTS_TEST_DIRECTORY ?? tmpdir(), `${name}-`));
  chmodSync(directory, 0o755);
  return directory;
}
