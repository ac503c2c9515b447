import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccountKind } from '../domain/account-kind.js';
import type { CredentialScope } from '../domain/credential-scope.js';
import type { LocalDate } from '../domain/local-date.js';

/** Who asks: one account, for its organisation, on a day. Roles and rights are those of that day. */
export interface Actor {
  readonly accountId: string;
  readonly organisationId: string;
  readonly name: string;
  readonly kinds: ReadonlySet<AccountKind>;
  /** The credential that was shown; null when the house acts by itself. */
  readonly credentialId: string | null;
  /** What the credential may be used for. */
  readonly scopes: ReadonlySet<CredentialScope>;
  readonly on: LocalDate;
}

/** What every resolver and verb is given. `now` is the clock of this request: nothing below reads another one. */
export interface Context {
  readonly em: EntityManager;
  readonly actor: Actor | null;
  readonly now: Date;
  readonly mode: 'sandbox' | 'production';
  readonly requestId: string;
  /** One loader per request and purpose, made on first use: `loader(context, key, make)`. */
  readonly loaders: Map<string, unknown>;
  /** Told of rows of readings once they are judged, for the figures of this process. */
  readonly rowsReported?: (rows: RowsReported) => void;
}

/** Rows of readings by what became of them; the accepted ones include the superseding. */
export interface RowsReported {
  readonly accepted: number;
  readonly superseded: number;
  readonly duplicates: number;
  readonly refused: number;
}

/** A context whose request came with a credential: all that shield lets through on `/graphql`. */
export type AccountContext = Context & { readonly actor: Actor };
