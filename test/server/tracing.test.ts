import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Api, startApi } from '../api/support/api.js';
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
});
afterAll(() => void receiver.close());

test('a request becomes spans: itself, its work, each statement; no variable and no credential is in them', async () => {
  const made = { kind: 'COMPANY', name: 'Named in a variable', synthetic: true };
  await api.does('createOrganisation', made);
  await api.stop(); // sends what is left
  const spans = received.flatMap(body => {
    const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Sent[] }[] }[] };
    return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(each => each.spans));
  });
  const request = spans.find(({ name }) => name === 'POST /graphql');
  const work = spans.find(({ parentSpanId }) => parentSpanId === request?.spanId);
  const statements = spans.filter(({ parentSpanId }) => parentSpanId === work?.spanId);
  expect(request?.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: 200 } });
  expect(request?.attributes).toContainEqual({ key: 'graphql.operation.type', value: { stringValue: 'mutation' } });
  expect(statements.map(({ name }) => name)).toEqual(expect.arrayContaining(['begin', 'select', 'insert', 'commit']));
  const told = received.join('\n');
  expect(told).not.toContain(api.staff);
  expect(told).not.toContain('Named in a variable');
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
