import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** A file of the house: its path from the project, its text, and the files and packages that it imports. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Its text without comments and without what stands in quotes. */
  readonly code: string;
  /** Paths of files of the house. */
  readonly files: readonly string[];
  /** Names of packages and of modules of Node. */
  readonly packages: readonly string[];
}

/** Every TypeScript file below a directory, or those of another kind; what npm installed there is left out. */
export function sourceFiles(directory: string, ending = '.ts'): SourceFile[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith(ending))
    .map(entry => posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name))
    .filter(path => !path.includes('node_modules/'))
    .sort()
    .map(path => parseSource(path, readFileSync(path, 'utf8')));
}

/** Reads the imports of a file: static and dynamic ones, `export ... from`, and types. */
export function parseSource(path: string, text: string): SourceFile {
  const withoutComments = replaceTokens(text, token => (token.startsWith('/') ? '' : token));
  const imported = [...withoutComments.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(match => match[1] ?? '');
  const isFile = (name: string) => name.startsWith('.');
  return {
    path,
    text,
    code: replaceTokens(text, token => (token.startsWith('/') ? '' : "''")),
    files: imported.filter(isFile).map(name => posix.join(posix.dirname(path), name).replace(/\.js$/, '.ts')),
    packages: imported.filter(name => !isFile(name)),
  };
}

/** Replaces comments and quoted strings, whichever begins first. */
function replaceTokens(text: string, by: (token: string) => string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, by);
}

/** The part of the house that a file belongs to: its folder below src, or the file itself where it lies in src. */
export function partOf(path: string): string {
  const [, first = '', ...rest] = path.split('/');
  return rest.length > 0 ? first : first.replace(/\.ts$/, '');
}
