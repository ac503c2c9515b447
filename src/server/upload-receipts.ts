import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AccountContext } from '../boundary/context.js';
import { shortened } from '../boundary/shortened.js';
import { submissionOfUpload } from '../conformance/show-run.js';
import type { CredentialScope } from '../domain/credential-scope.js';
import { Refusal } from '../domain/error.js';
import { readingStatuses } from '../metering/reading.type.js';
import { findUpload } from '../submission/find-upload.js';
import { outcomesByBatch } from '../submission/list-outcomes.js';
import { type OutcomeFormat, outcomeFile, outcomeFormats } from '../submission/outcome-file.js';
import type { ReceivedUpload } from '../submission/received-upload.js';
import { isRowId } from './input-checks.js';
import { type Asker, permissions } from './permissions.js';
import { queryOf, refuseOtherWords } from './query-words.js';
import { answerRefusals, type Surroundings, savedAs } from './send-file.js';

/**
 * Receipts of files of readings: `GET /uploads/:id`, and `GET /uploads/:id/outcomes.jsonl` and `.csv`, what became of its rows
 * (`?status=REFUSED`: of some). Who may is who may use the query `upload`. Of a file that was sent to a run of the conformance sandbox the
 * receipt, and no other answer, has the code by which the run is told that it was read.
 */
export function serveReceipts(app: FastifyInstance, surroundings: Surroundings, mode: AccountContext['mode']): void {
  const { during } = surroundings;
  app.get<{ Params: { id: string } }>('/uploads/:id', (request, reply) =>
    during(request, () =>
      answerRefusals(reply, async () => {
        const { context, receipt } = await storedUpload(request, surroundings, mode);
        const shown = receipt.conformanceRunId === null ? null : await submissionOfUpload(context, receipt.id);
        return reply.header('cache-control', 'private, no-cache').send({ upload: summaryOf({ receipt }, shown) });
      }),
    ),
  );
  for (const format of Object.keys(outcomeFormats) as OutcomeFormat[]) {
    app.get<{ Params: { id: string } }>(`/uploads/:id/outcomes.${format}`, (request, reply) =>
      during(request, () =>
        answerRefusals(reply, async () => {
          const { context, receipt } = await storedUpload(request, surroundings, mode);
          const statuses = statusesOf(queryOf(request));
          savedAs(reply, `upload-${receipt.id}.${format}`).header('cache-control', 'private, no-cache');
          reply.type(outcomeFormats[format].mediaType);
          return reply.send(Readable.from(outcomeFile(format, outcomesByBatch(context.em, receipt.id), statuses)));
        }),
      ),
    );
  }
}

/** What an answer outside GraphQL is made with. UNAUTHENTICATED; FORBIDDEN without the scope, or where the account is of none of the kinds. */
export async function fileContext(
  request: FastifyRequest,
  { em, clock, actor: actorOf }: Surroundings,
  mode: AccountContext['mode'],
  scope: CredentialScope,
  kinds: readonly Asker[] | undefined,
): Promise<AccountContext> {
  const ofRequest = em();
  const now = await clock(ofRequest);
  const actor = await actorOf(request, ofRequest, now, scope);
  if (!kinds?.some(kind => kind !== 'ANYBODY' && actor.kinds.has(kind))) {
    throw new Refusal('FORBIDDEN', `This takes an account of kind ${kinds?.join(' or ')}.`, {
      kinds: [...(kinds ?? [])],
    });
  }
  return { em: ofRequest, actor, now, mode, requestId: request.id, loaders: new Map() };
}

async function storedUpload(
  request: FastifyRequest<{ Params: { id: string } }>,
  surroundings: Surroundings,
  mode: AccountContext['mode'],
) {
  const context = await fileContext(request, surroundings, mode, 'READ', permissions.Query?.upload);
  const { id } = request.params;
  const receipt = isRowId(id) ? await findUpload(context.em, context.actor, id) : null;
  if (!receipt) throw new Refusal('NOT_FOUND', 'There is no such upload, or it is not yours to see.');
  return { context, receipt };
}

/** An upload as it is told; `shown` is what its receipt alone tells. */
export function summaryOf(
  { receipt, dryRun = false, replayedRows }: Pick<ReceivedUpload, 'receipt'> & Partial<ReceivedUpload>,
  shown: object | null = null,
) {
  const { id, key, mode, format, state, rowCount, accepted, superseded, duplicates, refused: refusedRows } = receipt;
  const places = id === null ? {} : { receipt: `/uploads/${id}`, outcomes: `/uploads/${id}/outcomes.jsonl` };
  return {
    ...{ id, key, mode, format, state, dryRun, rows: rowCount, accepted, superseded, duplicates, refused: refusedRows },
    ...(replayedRows === undefined ? {} : { replayedRows }),
    createdAt: receipt.createdAt,
    completedAt: receipt.completedAt ?? null,
    ...(receipt.conformanceRunId ? { conformance: { runId: receipt.conformanceRunId, ...shown } } : {}),
    ...places,
  };
}

function statusesOf(query: { readonly status?: unknown }) {
  refuseOtherWords(query, ['status']);
  const { status: given } = query;
  if (given === undefined) return null;
  const asked = [given].flat();
  const known = readingStatuses.filter(status => asked.includes(status));
  if (known.length === new Set(asked).size) return known;
  throw new Refusal('BAD_USER_INPUT', `\`status\` is one of ${readingStatuses.join(', ')}.`, {
    field: 'status',
    value: shortened(String(given)),
  });
}
