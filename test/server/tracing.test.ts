import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { toldExporter } from '../../src/server/told-exporter.js';
import { startTracing, withoutValues } from '../../src/server/tracing.js';
import { type Api, startApi } from '../api/support/api.js';
import { makeParty, type Party } from '../api/support/world.js';
import { compiled, ended, project } from '../support/run-program.js';

interface Sent {
  readonly name: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[];
}

const received: string[] = [];
let receiver: Server;
let api: Api;
let provider: Party;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', chunk => {
      body += chunk;
    });
    request.on('end', () => {
      received.push(body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  api = await startApi('sandbox', undefined, { traces: { url: `http://127.0.0.1:${port}/v1/traces` } });
  provider = await makeParty(api, 'Provider', ['SYSTEM_REPRESENTATIVE']);
});
afterAll(() => void receiver.close());

/** Begins to send a file, and is gone. */
async function leaveAnUpload(): Promise<void> {
  const { port } = new URL(api.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write('POST /readings HTTP/1.1\r\nhost: x\r\ncontent-type: text/csv\r\ncontent-length: 99\r\n');
  socket.write(`idempotency-key: gone\r\nauthorization: Bearer ${provider.token}\r\n\r\nptsId`);
  const begun = () => api.database.query(`select 1 from upload where key = 'gone'`);
  while ((await begun()).rows.length === 0) await sleep(10);
  await new Promise(resolve => socket.once('close', resolve).destroy());
  await sleep(100);
}

test('a request becomes spans: itself, its work, each statement; no variable and no credential is in them', async () => {
  const made = { kind: 'COMPANY', name: 'Named in a variable', synthetic: true };
  await api.does('createOrganisation', made);
  await leaveAnUpload();
  await api.stop(); // sends what is left
  const spans = received.flatMap(body => {
    const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Sent[] }[] }[] };
    return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(each => each.spans));
  });
  const request = spans.find(({ name }) => name === 'POST /graphql');
  const left = spans.find(({ name }) => name === 'POST /readings');
  expect(left?.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: 499 } });
  const work = spans.find(({ parentSpanId }) => parentSpanId === request?.spanId);
  const statements = spans.filter(({ parentSpanId }) => parentSpanId === work?.spanId);
  expect(request?.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: 200 } });
  expect(request?.attributes).toContainEqual({ key: 'graphql.operation.type', value: { stringValue: 'mutation' } });
  expect(statements.map(({ name }) => name)).toEqual(expect.arrayContaining(['begin', 'select', 'insert', 'commit']));
  const told = received.join('\n');
  expect(told).not.toContain(api.staff);
  expect(told).not.toContain('Named in a variable');
});

test('spans that do not arrive are told once, and that they arrive again', async () => {
  const said: string[] = [];
  const answers = ['connect ECONNREFUSED 127.0.0.1:9', 'the same', null, null];
  const exporter = toldExporter<string[]>(
    {
      export: (_, done) => {
        const message = answers.shift() ?? null;
        done(message === null ? { code: 0 } : { code: 1, error: new Error(message) });
      },
      shutdown: async () => undefined,
    },
    sentence => void said.push(sentence),
  );
  for (const code of [1, 1, 0, 0]) {
    await new Promise<void>(resolve =>
      exporter.export([], result => {
        expect(result.code).toBe(code);
        resolve();
      }),
    );
  }
  expect(said).toEqual(['Traces do not arrive: connect ECONNREFUSED 127.0.0.1:9.', 'Traces arrive again.']);
});

test('a receiver that refuses is told of in the log', async () => {
  const refusing = createServer(
    (request, response) => void request.resume().once('end', () => response.writeHead(400).end()),
  );
  await new Promise<void>(resolve => refusing.listen(0, '127.0.0.1', resolve));
  const { port } = refusing.address() as AddressInfo;
  const logged: string[] = [];
  const logStream = { write: (line: string) => void logged.push(line) };
  const tracing = await startTracing({ url: `http://127.0.0.1:${port}/v1/traces`, logStream });
  await tracing.duringJob('none', async () => undefined);
  await tracing.stop();
  refusing.close();
  expect(logged.map(line => (JSON.parse(line) as { msg: string }).msg)).toEqual([
    expect.stringMatching(/^Traces do not arrive: .+\.$/),
  ]);
});

test('a statement is told without the values that are written out in it', () => {
  const text = `select "c2", a.b3::float8, $12 from t1 where x = 4711 and y in (-1.5, 2) and z = E'it''s \\\\' limit 501`;
  expect(withoutValues(text)).toBe(
    'select "c2", a.b3::float8, $12 from t1 where x = ? and y in (-?, ?) and z = E? limit ?',
  );
});

test('a server that is not asked for traces or metrics loads none of their libraries', async () => {
  const program = `
    import { registerHooks } from 'node:module';
    registerHooks({ resolve(name, context, next) {
      if (/opentelemetry|prom-client/.test(name)) throw new Error('loaded ' + name);
      return next(name, context);
    } });
    const { startWatch } = await import('${join(project, 'dist/src/server/watch.js')}');
    await import('${join(project, 'dist/src/server/start.js')}');
    await startWatch({});`;
  const { NODE_OPTIONS, ...environment } = process.env;
  const env = { ...environment, ...compiled };
  expect(await ended(spawn(process.execPath, ['--input-type=module', '-e', program], { env }))).toEqual({
    ...{ exitCode: 0, stdout: '', stderr: '' },
  });
});
