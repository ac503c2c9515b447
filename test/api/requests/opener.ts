import type { RequestKind } from '../../../src/domain/request-steps.js';
import { actorFor, contextFor } from '../../../src/operator/operator.js';
import { type Outcome, perform, type Verb } from '../../../src/platform/perform.js';
import { openRequest } from '../../../src/request/open-request.js';
import { openDatabase } from '../../../src/server/database.js';
import type { Api } from '../support/api.js';
import type { Party } from '../support/world.js';

/** What is asked for. */
export interface Asked {
  readonly kind?: RequestKind;
  readonly system?: boolean;
  readonly submit?: boolean;
  readonly documentIds?: readonly string[];
  readonly draftId?: string;
  readonly at?: string;
}

/** Opens requests of parties, for a system or none, as a slice does that decides on them. The caller stops it. */
export async function opener(api: Api, ptsId: string) {
  const orm = await openDatabase(api.databaseUrl);
  const { rows } = await api.database.query<{ id: string }>('select id::text from system where pts_id = $1', [ptsId]);
  const systemId = String(rows[0]?.id);
  let asked = 0;
  return { open, performAs, stop: () => orm.close(true) };

  async function open(
    by: Party,
    { kind = 'QUALIFICATION', system, submit = true, documentIds, draftId, at }: Asked = {},
  ) {
    const { requestId } = await performAs(by, at, async verb => {
      const request = await openRequest(verb, {
        kind,
        systemId: system ? systemId : null,
        content: { number: asked },
        documents: (documentIds ?? []).map(documentId => ({ documentId, purpose: 'OTHER' })),
        reason: 'please',
        submit,
        draftId: draftId ?? null,
      });
      return { requestId: request.id };
    });
    return requestId;
  }

  /** Runs a verb of a party as `perform` does. */
  async function performAs<T extends Outcome>(by: Party, at: string | undefined, verb: (verb: Verb) => Promise<T>) {
    const em = orm.em.fork();
    const now = new Date(at ?? '2024-04-28T15:00:00Z');
    const context = contextFor(em, await actorFor(em, by.accountId, now), now, 'sandbox');
    asked += 1;
    const key = { mutation: 'test', input: asked, idempotencyKey: `request ${asked}`, dryRun: false };
    return perform(context, key, verb);
  }
}
