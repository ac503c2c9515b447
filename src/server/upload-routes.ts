import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccountContext, Actor } from '../boundary/context.js';
import { shortened } from '../boundary/shortened.js';
import type { CredentialScope } from '../domain/credential-scope.js';
import { Refusal } from '../domain/error.js';
import { readingStatuses } from '../metering/reading.type.js';
import { refusalOf } from '../platform/refusal-of.js';
import { bodyBytes, CutOff, readToEnd } from '../submission/body-bytes.js';
import { bodyText } from '../submission/body-text.js';
import { findUpload } from '../submission/find-upload.js';
import { formOfMediaType, readerOf } from '../submission/form.js';
import { outcomesByBatch } from '../submission/list-outcomes.js';
import type { UploadRequest } from '../submission/open-upload.js';
import { type OutcomeFormat, outcomeFile, outcomeFormats } from '../submission/outcome-file.js';
import { EndedEarly, receiveUpload } from '../submission/receive-upload.js';
import type { ReceivedUpload } from '../submission/received-upload.js';
import type { SubmittedRows } from '../submission/submitted-rows.js';
import { badRequest, refused } from './errors.js';
import { isRowId } from './input-checks.js';
import { type Asker, permissions } from './permissions.js';
import { rowsPerPoint } from './query-cost.js';
import { queryOf, queryWords, refuseOtherWords } from './query-words.js';
import { answerRefusals, type Surroundings, savedAs, statusOf } from './send-file.js';

/**
 * Files of readings: `POST /readings`, with a body of any length that is read as it comes; `GET /uploads/:id`, its receipt; `GET
 * /uploads/:id/outcomes.jsonl` and `.csv`, what became of its rows (`?status=REFUSED`: of some). Who may is who may use the mutation
 * `submitReadings` and the query `upload`. What is answered before the body was read (401, 403, 415, a missing key) is answered at
 * once; everything else after the last byte.
 */
export function serveUploads(
  app: FastifyInstance,
  surroundings: Surroundings,
  mode: AccountContext['mode'],
  ofProcess: Pick<AccountContext, 'rowsReported'> = {},
): void {
  const { during } = surroundings;
  const open = new Map<string, number>();
  app.register(async scope => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null)); // the body is read by the handler
    scope.post('/readings', (request, reply) =>
      during(request, () =>
        answerRefusals(reply, async () => {
          const context = await contextOf(request, surroundings, mode, 'REPORT', permissions.Mutation?.submitReadings);
          const left = new AbortController();
          reply.raw.once('close', () => left.abort());
          const pace = (points: number) => surroundings.pace(request, context.actor, points, left.signal);
          return oneOfFew(open, context.actor, () => takeUpload({ ...context, ...ofProcess }, request, reply, pace));
        }),
      ),
    );
  });
  app.get<{ Params: { id: string } }>('/uploads/:id', (request, reply) =>
    during(request, () =>
      answerRefusals(reply, async () => {
        const { receipt } = await storedUpload(request, surroundings, mode);
        return reply.header('cache-control', 'private, no-cache').send({ upload: summaryOf({ receipt }) });
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

async function contextOf(
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
  const context = await contextOf(request, surroundings, mode, 'READ', permissions.Query?.upload);
  const { id } = request.params;
  const receipt = isRowId(id) ? await findUpload(context.em, context.actor, id) : null;
  if (!receipt) throw new Refusal('NOT_FOUND', 'There is no such upload, or it is not yours to see.');
  return { context, receipt };
}

/** Uploads of an account that a process takes at once: each may keep a batch in memory, and a whole file on disk. */
const uploadsAtOnce = 8;

/** CONFLICT while so many uploads of the account are under way. */
async function oneOfFew<T>(open: Map<string, number>, { accountId }: Actor, work: () => Promise<T>): Promise<T> {
  const others = open.get(accountId) ?? 0;
  if (others >= uploadsAtOnce) {
    throw new Refusal('CONFLICT', `${others} uploads of this account are under way. Send this one after them.`, {
      rule: 'uploads_at_once',
      maximum: uploadsAtOnce,
    });
  }
  open.set(accountId, others + 1);
  try {
    return await work();
  } finally {
    const left = (open.get(accountId) ?? 1) - 1;
    if (left > 0) open.set(accountId, left);
    else open.delete(accountId);
  }
}

/** Rows that are counted at a time. */
const rowsCounted = 1_000;

/** Rows as they come, each of which costs what it costs in a mutation. */
async function* counted(rows: SubmittedRows, pace: (points: number) => Promise<void>): SubmittedRows {
  let uncounted = 0;
  for await (const piece of rows) {
    yield piece;
    uncounted += piece.length;
    const counted = uncounted - (uncounted % rowsCounted);
    if (counted > 0) await pace(counted / rowsPerPoint);
    uncounted -= counted;
  }
  if (uncounted > 0) await pace(Math.ceil(uncounted / rowsPerPoint));
}

async function takeUpload(
  context: AccountContext,
  request: FastifyRequest,
  reply: FastifyReply,
  pace: (points: number) => Promise<void>,
): Promise<FastifyReply> {
  const [mediaType = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const named = mediaType.trim();
  const format = Object.hasOwn(formOfMediaType, named) ? formOfMediaType[named] : undefined;
  const packing = request.headers['content-encoding'] ?? 'identity';
  if (!format || !['identity', 'gzip'].includes(packing) || parameters.some(namesOtherCharset)) {
    const message = `Send ${Object.keys(formOfMediaType).join(', ')} in UTF-8, as it is or with Content-Encoding gzip.`;
    return reply
      .code(415)
      .header('cache-control', 'no-store')
      .send({ errors: [badRequest(message)] });
  }
  const asked = { ...requestOf(request), format };
  try {
    const text = bodyText(bodyBytes(request.raw, packing === 'gzip'));
    const received = await receiveUpload(context, asked, counted(readerOf[format](text), pace));
    await readToEnd(request.raw);
    return answer(context, request, reply, received);
  } catch (error) {
    await readToEnd(request.raw);
    const cause = error instanceof EndedEarly ? error.cause : error;
    if (cause instanceof CutOff) return reply.code(400).send({ errors: [badRequest('The connection broke.')] });
    const refusal = refusalOf(cause);
    if (!refusal) throw cause;
    const receipt = error instanceof EndedEarly ? error.receipt : null;
    const upload = receipt ? { upload: summaryOf({ receipt }) } : {};
    return reply
      .code(statusOf(refusal))
      .header('cache-control', 'no-store')
      .send({ errors: [refused(refusal)], ...upload });
  }
}

/** Text that says it is in another encoding may well be read as UTF-8, and wrongly. */
function namesOtherCharset(parameter: string): boolean {
  const charset = /^\s*charset\s*=\s*"?([^"\s]*)/.exec(parameter)?.[1];
  return charset !== undefined && !['utf-8', 'utf8', 'us-ascii'].includes(charset);
}

/** `Idempotency-Key`, `?mode=partial|atomic`, `?dryRun=true|false`; BAD_USER_INPUT names the one that cannot be read, or that there is not. */
function requestOf(request: FastifyRequest): Omit<UploadRequest, 'format'> {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key.length < 1 || key.length > 200) {
    throw new Refusal('BAD_USER_INPUT', 'An upload has an `Idempotency-Key` header of 1 to 200 characters.', {
      field: 'Idempotency-Key',
    });
  }
  const { mode, dryRun } = queryWords(request, { mode: ['partial', 'atomic'], dryRun: ['false', 'true'] });
  return { key, mode: mode === 'atomic' ? 'ATOMIC' : 'PARTIAL', dryRun: dryRun === 'true' };
}

/** A summary, or by `Accept` what became of each row. 422: all or none, and none it was. */
function answer(
  { em }: AccountContext,
  request: FastifyRequest,
  reply: FastifyReply,
  received: ReceivedUpload,
): FastifyReply {
  const { receipt } = received;
  reply.code(receipt.state === 'REFUSED' ? 422 : 200).header('cache-control', 'no-store');
  if (receipt.id !== null) reply.header('location', `/uploads/${receipt.id}`);
  const format = formatWanted(request.headers.accept ?? '');
  const { outcomes } = received;
  if (outcomes) reply.raw.once('close', () => void outcomes.discard());
  if (!format) return reply.send({ upload: summaryOf(received) });
  const batches = outcomes?.read() ?? outcomesByBatch(em, receipt.id ?? '0');
  return reply.type(outcomeFormats[format].mediaType).send(Readable.from(outcomeFile(format, batches)));
}

function formatWanted(accept: string): OutcomeFormat | null {
  if (/text\/csv/i.test(accept)) return 'csv';
  return /application\/(x-)?(ndjson|jsonl)/i.test(accept) ? 'jsonl' : null;
}

function summaryOf({
  receipt,
  dryRun = false,
  replayedRows,
}: Pick<ReceivedUpload, 'receipt'> & Partial<ReceivedUpload>) {
  const { id, key, mode, format, state, rowCount, accepted, superseded, duplicates, refused: refusedRows } = receipt;
  const places = id === null ? {} : { receipt: `/uploads/${id}`, outcomes: `/uploads/${id}/outcomes.jsonl` };
  return {
    ...{ id, key, mode, format, state, dryRun, rows: rowCount, accepted, superseded, duplicates, refused: refusedRows },
    ...(replayedRows === undefined ? {} : { replayedRows }),
    createdAt: receipt.createdAt,
    completedAt: receipt.completedAt ?? null,
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
