/* Installs what bench/ alone needs, from its own lock, unless that was done already. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** In: the directory of the bench. Throws where npm fails. */
export async function install(bench) {
  const hash = createHash('sha256')
    .update(readFileSync(join(bench, 'package-lock.json')))
    .digest('hex');
  const mark = join(bench, 'node_modules', '.installed-from');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  console.log('Installing bench/ ...');
  const { npm_execpath: npm } = process.env;
  const [program, words] = npm ? [process.execPath, [npm, 'ci']] : ['npm', ['ci']];
  const { status } = spawnSync(program, [...words, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: bench,
    stdio: 'inherit',
    shell: !npm && process.platform === 'win32',
    env: { ...process.env, NODE_ENV: 'development' },
  });
  if (status !== 0) throw Object.assign(new Error('bench/ could not be installed (npm ci).'), { expected: true });
  writeFileSync(mark, hash);
}
