import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccountContext, Actor } from '../boundary/context.js';
import { shortened } from '../boundary/shortened.js';
import { noSuchRun } from '../conformance/find-run.js';
import { observedUpload } from '../conformance/observed-upload.js';
import { Refusal } from '../domain/error.js';
import { refusalOf } from '../platform/refusal-of.js';
import { bodyBytes, CutOff, readToEnd } from '../submission/body-bytes.js';
import { bodyText } from '../submission/body-text.js';
import { formOfMediaType, readerOf } from '../submission/form.js';
import { outcomesByBatch } from '../submission/list-outcomes.js';
import type { UploadRequest } from '../submission/open-upload.js';
import { type OutcomeFormat, outcomeFile, outcomeFormats } from '../submission/outcome-file.js';
import { EndedEarly, receiveUpload } from '../submission/receive-upload.js';
import type { ReceivedUpload } from '../submission/received-upload.js';
import { programme } from '../submission/reporting-place.js';
import type { SubmittedRows } from '../submission/submitted-rows.js';
import { badRequest, refused } from './errors.js';
import { isRowId } from './input-checks.js';
import { permissions } from './permissions.js';
import { rowsPerPoint } from './query-cost.js';
import { queryWords } from './query-words.js';
import { answerRefusals, type Surroundings, statusOf } from './send-file.js';
import { fileContext, summaryOf } from './upload-receipts.js';

/** A request whose address names something by its id. */
interface Named {
  readonly Params: { readonly id?: string };
}

type AskedUpload = Omit<UploadRequest, 'place'>;

/** Where a file comes in: who may is who may use a mutation, and what is done with it. */
interface Door {
  readonly mutation: string;
  readonly receive: (
    context: AccountContext,
    params: Named['Params'],
    asked: AskedUpload,
    rows: SubmittedRows,
  ) => Promise<ReceivedUpload>;
}

const doors: Readonly<Record<string, Door>> = {
  '/readings': {
    mutation: 'submitReadings',
    receive: (context, _params, asked, rows) => receiveUpload(context, { ...asked, place: programme }, rows),
  },
  '/conformance-runs/:id/readings': {
    mutation: 'submitConformanceReadings',
    receive: async (context, { id = '' }, asked, rows) => {
      if (!isRowId(id)) throw noSuchRun(shortened(id));
      return observedUpload(context, id, asked, rows);
    },
  },
};

/**
 * Files of readings, with a body of any length that is read as it comes: `POST /readings`, and for a run of the conformance sandbox `POST
 * /conformance-runs/:id/readings`, to a client the same but for its base address. What is answered before the body was read (401, 403, 415,
 * a missing key) is answered at once; everything else after the last byte.
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
    for (const [path, { mutation, receive }] of Object.entries(doors)) {
      scope.post<Named>(path, (request, reply) =>
        during(request, () =>
          answerRefusals(reply, async () => {
            const kinds = permissions.Mutation?.[mutation];
            const context = await fileContext(request, surroundings, mode, 'REPORT', kinds);
            const left = new AbortController();
            reply.raw.once('close', () => left.abort());
            const pace = (points: number) => surroundings.pace(request, context.actor, points, left.signal);
            const taken = { request, reply, pace, receive };
            return oneOfFew(open, context.actor, () => takeUpload({ ...context, ...ofProcess }, taken));
          }),
        ),
      );
    }
  });
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

/** A file at its door. */
interface Taken extends Pick<Door, 'receive'> {
  readonly request: FastifyRequest<Named>;
  readonly reply: FastifyReply;
  readonly pace: (points: number) => Promise<void>;
}

async function takeUpload(context: AccountContext, { request, reply, pace, receive }: Taken): Promise<FastifyReply> {
  const [mediaType = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const named = mediaType.trim();
  const format = Object.hasOwn(formOfMediaType, named) ? formOfMediaType[named] : undefined;
  const packing = request.headers['content-encoding']?.toLowerCase() ?? 'identity';
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
    const received = await receive(context, request.params, asked, counted(readerOf[format](text), pace));
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
function requestOf(request: FastifyRequest<Named>): Omit<AskedUpload, 'format'> {
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
  request: FastifyRequest<Named>,
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
