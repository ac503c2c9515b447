/*
 * Compiles src/ and migrations/ to dist/, keeping their places relative to each other, and bundles what `pts` runs. Only what changed is
 * compiled.
 * Every output appears under its name in one step, and two builds at once write the same bytes, so neither harms the other.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

const SOURCES = ['src', 'migrations'];
const LIST = '.built.json';

/**
 * Brings dist/ up to date. In: the project's directory; `force` compiles everything again.
 * Out: how many files were written and removed, both 0 when nothing had changed, which takes a few milliseconds; the file to run.
 */
export async function build(project, { force = false } = {}) {
  const dist = join(project, 'dist');
  const before = force ? {} : readList(dist);
  const settings = settingsOf(project);
  const known = before.settings === settings ? before.files : {};
  const files = sourceFiles(project);
  const stale = Object.keys(files).filter(
    file => files[file] !== known[file] || !existsSync(join(dist, outputOf(file))),
  );
  const gone = Object.keys(before.files ?? {}).filter(file => !(file in files));
  if (stale.length > 0) await compile(project, dist, stale);
  for (const file of gone) rmSync(join(dist, outputOf(file)), { force: true });
  if (stale.length > 0 || gone.length > 0) writeWhole(join(dist, LIST), JSON.stringify({ settings, files }));
  const entry = await bundle(project, keyOf(project, settings, files));
  return { written: stale.length, removed: gone.length, entry };
}

function readList(dist) {
  try {
    return JSON.parse(readFileSync(join(dist, LIST), 'utf8'));
  } catch {
    return {};
  }
}

/** What tells one state of the program from another: its sources, how they are made, the libraries that npm installed. */
function keyOf(project, settings, files) {
  const installed = statSync(join(project, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false });
  const libraries = installed ? `${installed.mtimeMs} ${installed.size}` : '';
  const hash = createHash('sha256').update(readFileSync(join(project, 'scripts', 'bundle.mjs')));
  return hash
    .update(JSON.stringify([settings, libraries, files]))
    .digest('hex')
    .slice(0, 16);
}

/** What decides how a file is compiled, besides the file. */
function settingsOf(project) {
  const hash = createHash('sha256');
  for (const file of ['.swcrc', 'scripts/build.mjs']) hash.update(readFileSync(join(project, file)));
  const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  return hash
    .update(JSON.stringify({ ...manifest.dependencies, ...manifest.devDependencies }['@swc/core']))
    .digest('hex');
}

/** Each source file with the moment of its last change and its size. */
function sourceFiles(project) {
  const files = {};
  for (const source of SOURCES) {
    for (const entry of readdirSync(join(project, source), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name.endsWith('.d.ts')) continue;
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const { mtimeMs, size } = statSync(path);
      files[path.slice(project.length + 1).replaceAll('\\', '/')] = `${mtimeMs} ${size}`;
    }
  }
  return files;
}

const outputOf = file => file.replace(/\.ts$/, '.js');

async function compile(project, dist, files) {
  const swc = await loadCompiler();
  await Promise.all(
    files.map(async file => {
      const source = join(project, file);
      const output = file.endsWith('.ts')
        ? (await swc.transformFile(source, { cwd: project, root: project, swcrc: true })).code
        : readFileSync(source);
      writeWhole(join(dist, outputOf(file)), output);
    }),
  );
}

async function loadCompiler() {
  try {
    return await import('@swc/core');
  } catch {
    throw Object.assign(new Error('The compiler is not installed: run npm ci (without --omit=dev) first.'), {
      expected: true,
    });
  }
}

function writeWhole(path, content) {
  const unfinished = `${path}.${process.pid}.unfinished`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(unfinished, content);
  renameSync(unfinished, path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const project = dirname(dirname(fileURLToPath(import.meta.url)));
  try {
    const { written, removed } = await build(project, { force: process.argv.includes('--force') });
    console.log(`dist/ is up to date: ${written} files written, ${removed} removed`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
