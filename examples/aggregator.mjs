/*
 * An aggregator: its portfolio, what is missing, what changed since the last time, webhooks that are verified and survive a miss, and an
 * export that is fetched by ranges of bytes.
 *
 *   node examples/aggregator.mjs [--url http://127.0.0.1:4000] [--credentials FILE]
 *
 * The receiver of the webhook is in here, on this machine: the PTS must run on the same one (a sandbox posts to its own machine; in
 * production a webhook has an https address that the public can reach). It ends its webhook and removes its files. It leaves one small
 * document filed, which is the change that it waits for, and an export, which the PTS forgets after seven days.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, credentialOf, newKey, Refused, request, say } from './api.mjs';

const credential = credentialOf('REC_OWNER');
const own = mkdtempSync(join(tmpdir(), 'pts-aggregator-'));
const cursorFile = join(own, 'cursor');

try {
  await lookAtPortfolio();
  await follow();
  await beTold();
  await fetchExport();
} finally {
  rmSync(own, { recursive: true });
}

async function lookAtPortfolio() {
  const { me, clock } = await ask(credential, '{ me { name organisation { name } } clock { now } }');
  say(`${me.organisation.name}, ${me.name}`);
  const { portfolio, assetProgress } = await ask(
    credential,
    `{ portfolio { systems capacityKw productionKwh certificatesMinted certificatesActive certificatesExpected productionAsOf }
       assetProgress(first: 500) { edges { node { gisId programs { program carryMwh mintedCertificates expectedCertificates } } } } }`,
  );
  say(
    `  ${portfolio.systems} systems of ${portfolio.capacityKw} kW produced ${portfolio.productionKwh} kWh (as of ${portfolio.productionAsOf}).`,
  );
  say(
    `  Certificates: ${portfolio.certificatesMinted} minted, ${portfolio.certificatesActive} active, ${portfolio.certificatesExpected} expected.`,
  );
  for (const { node } of assetProgress.edges) {
    for (const { program, carryMwh, expectedCertificates } of node.programs) {
      say(`  ${node.gisId}, ${program}: carry ${carryMwh} MWh, ${expectedCertificates} certificates expected`);
    }
  }
  const quarter = `${clock.now.slice(0, 4)}-Q${Math.ceil(Number(clock.now.slice(5, 7)) / 3)}`;
  const { missingProduction } = await ask(
    credential,
    `query ($quarter: Quarter!) { missingProduction(quarter: $quarter, first: 500) {
       edges { node { system { ptsId } month deadlineAt open } } } }`,
    { quarter },
  );
  say(`\nMissing in ${quarter}: ${missingProduction.edges.length} months of systems.`);
  for (const { node } of missingProduction.edges) {
    const { system, month, open, deadlineAt } = node;
    say(`  ${system?.ptsId}, ${month}: ${open ? `can be reported until ${deadlineAt}` : 'its window is not open'}`);
  }
}

/** Reads what happened after the cursor that it keeps, and keeps the new one with what it made of it: here, in a file. */
async function follow() {
  writeFileSync(cursorFile, ''); // a copy that begins: everything that is kept
  const all = await catchUp();
  const since = await catchUp();
  say(`\nChanges: ${all} from the beginning, then ${since} after the cursor that is kept.`);
}

async function catchUp(each = () => {}) {
  let count = 0;
  for (let more = true; more; ) {
    const after = readFileSync(cursorFile, 'utf8') || null;
    const { changes } = await ask(
      credential,
      `query ($after: String) { changes(first: 500, after: $after) {
         edges { cursor node { kind subject { type id } ptsId month occurredAt } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    for (const { node } of changes.edges) each(node);
    count += changes.edges.length;
    writeFileSync(cursorFile, changes.pageInfo.endCursor); // also after an empty page
    more = changes.pageInfo.hasNextPage;
  }
  return count;
}

/** A webhook whose receiver is away at first. */
async function beTold() {
  const seen = new Set();
  const events = [];
  let away = true;
  let secret = '';
  const receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    if (!verify(secret, request.headers, body)) return response.writeHead(401).end();
    if (away) return response.writeHead(503).end('back soon');
    response.writeHead(204).end(); // first answer, then work
    const id = request.headers['webhook-id'];
    if (seen.has(id)) return; // a repeated try: the same id and the same body
    seen.add(id);
    events.push(...JSON.parse(body).events);
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const input = {
    url: `http://127.0.0.1:${receiver.address().port}/pts`,
    description: 'example',
    kinds: ['DOCUMENT_FILED'],
  };
  const { createWebhook: made } = await ask(
    credential,
    'mutation ($input: CreateWebhookInput!, $key: String!) { createWebhook(input: $input, idempotencyKey: $key) { webhookId secret } }',
    { input, key: newKey('webhook') },
  );
  secret = made.secret; // shown this once: keep it where secrets are kept
  const { webhookId } = made;
  say(`\nWebhook ${webhookId} posts to ${input.url}, whose receiver is away.`);
  try {
    const document = await fileDocument();
    const missed = await until(`the first try at it (document ${document})`, async () => {
      const [latest] = await deliveries(webhookId);
      return latest?.tries > 0 && latest;
    });
    const [attempt] = missed.attempts;
    say(
      `  Delivery ${missed.id} is ${missed.state}: answered ${attempt.status} "${attempt.response}", next try at ${missed.dueAt}.`,
    );
    say(
      `  Meanwhile the feed has it too: ${await catchUp(({ kind, subject }) => say(`    ${kind} ${subject.id}`))} change.`,
    );
    away = false;
    await ask(
      credential,
      'mutation ($id: ID!, $key: String!) { redeliverWebhook(input: { deliveryId: $id }, idempotencyKey: $key) { state } }',
      { id: missed.id, key: newKey('redeliver') },
    );
    await until('the receiver, which is back', () => events.length > 0);
    say(
      `  Back, and told of it: ${events.map(({ kind, subject }) => `${kind} ${subject.id}`).join(', ')}. The signature is good.`,
    );
  } finally {
    await ask(
      credential,
      'mutation ($id: ID!, $key: String!) { endWebhook(input: { webhookId: $id }, idempotencyKey: $key) { state } }',
      { id: webhookId, key: newKey('end') },
    );
    receiver.close();
    receiver.closeAllConnections();
  }
}

/** Standard Webhooks: HMAC-SHA256 of `id.timestamp.body` with the bytes of the secret; any of several signatures; not older than five minutes. */
function verify(secret, headers, body) {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures = '' } = headers;
  if (!(Math.abs(Date.now() / 1_000 - Number(timestamp)) < 300)) return false;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = Buffer.from(`v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`);
  return signatures
    .split(' ')
    .map(signature => Buffer.from(signature))
    .some(signature => signature.length === expected.length && timingSafeEqual(signature, expected));
}

/** The smallest document that is one; with the time in it, so that it is a new one at each run. */
async function fileDocument() {
  const content = Buffer.from(`%PDF-1.4\n% filed by examples/aggregator.mjs at ${new Date().toISOString()}\n%%EOF\n`);
  const { fileDocument: filed } = await ask(
    credential,
    'mutation ($input: FileDocumentInput!, $key: String!) { fileDocument(input: $input, idempotencyKey: $key) { documentId } }',
    {
      input: { name: 'example.pdf', mediaType: 'application/pdf', contentBase64: content.toString('base64') },
      key: newKey('document'),
    },
  );
  return filed.documentId;
}

async function deliveries(webhookId) {
  const { webhook } = await ask(
    credential,
    `query ($id: ID!) { webhook(id: $id) { deliveries(first: 10) {
       edges { node { id state tries dueAt attempts { status error response } } } } } }`,
    { id: webhookId },
  );
  return webhook.deliveries.edges.map(({ node }) => node);
}

/** A file of all readings, made by a worker, fetched in pieces: a fetch that breaks goes on with the byte where it was. */
async function fetchExport() {
  const { startExport } = await ask(
    credential,
    `mutation ($key: String!) { startExport(input: { content: READINGS, format: CSV }, idempotencyKey: $key) { exportId } }`,
    { key: newKey('export') },
  );
  const done = await until(`export ${startExport.exportId}`, async () => {
    const { export: found } = await ask(
      credential,
      'query ($id: ID!) { export(id: $id) { state progressPercent rows bytes path } }',
      { id: startExport.exportId },
    );
    if (['FAILED', 'CANCELLED'].includes(found.state)) throw new Error(`The export is ${found.state}.`);
    return found.state === 'COMPLETED' && found;
  });
  const file = join(own, 'readings.csv');
  const pieces = [];
  let etag = '';
  for (let at = 0; at < done.bytes; ) {
    const headers = { authorization: `Bearer ${credential}`, range: `bytes=${at}-${at + 1_023}` };
    if (etag) headers['if-range'] = etag;
    const answer = await request(done.path, { headers });
    if (answer.status !== 206) throw new Refused((await answer.json()).errors?.[0] ?? { message: `${answer.status}` });
    etag = answer.headers.get('etag');
    const piece = Buffer.from(await answer.arrayBuffer());
    pieces.push(piece);
    at += piece.length;
  }
  writeFileSync(file, Buffer.concat(pieces));
  const [head] = readFileSync(file, 'utf8').split('\r\n');
  say(`\nExport: ${done.rows} readings, ${done.bytes} bytes in ${pieces.length} pieces. Its columns: ${head}`);
}

/** Looks again until something is there, for at most half a minute. */
async function until(what, look) {
  for (let n = 0; n < 150; n += 1) {
    const found = await look();
    if (found) return found;
    await sleep(200);
  }
  throw new Error(`Waited in vain for ${what}.`);
}
