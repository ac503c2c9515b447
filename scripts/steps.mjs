/* The checks that need no test: types, and lint with format. Both at once, each with its own output. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What the last run found is kept: unless what many files import has changed, a fifth of the processor time does it again. */
const kept = ['--incremental', '--tsBuildInfoFile', join('dist', '.types.tsbuildinfo')];
const steps = [
  { name: 'types', program: 'tsc', words: ['--project', '.', '--pretty', 'false', ...kept] },
  { name: 'lint and format', program: 'biome', words: ['check', '--error-on-warnings', '--max-diagnostics=50'] },
];

/** In: the project's directory. Out: the names of the steps that failed; what they complain of has been printed. */
export async function runSteps(project) {
  const results = await Promise.all(steps.map(step => runStep(project, step)));
  return results.filter(result => result.failed).map(result => result.name);
}

function runStep(project, { name, program, words }) {
  const startedAt = Date.now();
  return new Promise((resolve, reject) => {
    const file = join(project, 'node_modules', '.bin', program);
    const child = spawn(file, words, { cwd: project, shell: process.platform === 'win32' });
    let output = '';
    const collect = chunk => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', code => {
      const failed = code !== 0;
      console.log(`${failed ? 'FAIL' : 'ok  '} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
      if (failed) console.log(output.trim());
      resolve({ name, failed });
    });
  });
}
