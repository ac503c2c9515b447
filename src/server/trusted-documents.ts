import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a client sent to say which document it means. */
export interface NamedDocument {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: unknown } } | null | undefined;
}

/**
 * Documents that are known beforehand, by the SHA-256 of their text. A client names one by `documentId`, plain or as `sha256:<hash>`.
 * With `only` no other is executed; a document sent whole, or a persisted query, still is if it is one of them.
 */
export interface TrustedDocuments {
  readonly only: boolean;
  /** The text of a document; null: it is none that may be executed; undefined: the request is left as it is. */
  textOf(named: NamedDocument): string | null | undefined;
}

/**
 * Reads documents: a directory of `.graphql` files (each file is a document), or a JSON file of hash -> text.
 * In: nothing, for no documents at all.
 */
export function trustedDocuments(path?: string, { only = false } = {}): TrustedDocuments {
  const known = new Map((path === undefined ? [] : textsIn(path)).map(text => [hashOf(text), text]));
  return {
    only,
    textOf({ query, documentId, extensions }) {
      if (typeof documentId === 'string') return known.get(documentId.replace(/^sha256:/, '')) ?? null;
      if (!only) return undefined;
      if (typeof query === 'string') return known.get(hashOf(query)) ?? null;
      const hash = extensions?.persistedQuery?.sha256Hash;
      return typeof hash === 'string' ? (known.get(hash) ?? null) : undefined;
    },
  };
}

function textsIn(path: string): string[] {
  if (statSync(path).isDirectory()) {
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.graphql'));
    return files.map(name => readFileSync(join(path, name), 'utf8'));
  }
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  const wrong = Object.keys(manifest).find(
    hash => typeof manifest[hash] !== 'string' || hashOf(manifest[hash]) !== hash,
  );
  if (wrong !== undefined) throw new Error(`${path}: "${wrong}" is not the SHA-256 of its document.`);
  return Object.values(manifest);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
