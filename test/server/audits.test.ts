import { readFileSync } from 'node:fs';
import { serverAudits } from 'graphql-http';
import { type Api, startApi } from '../api/support/api.js';

/* The server audits of GraphQL over HTTP, each against both endpoints. */

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

test('docs/audit.md has a line for each, and no other', () => {
  const lines = [...readFileSync('docs/audit.md', 'utf8').matchAll(/^\| ([0-9A-Z]{4}) \| (.*) \| ok \| ok \|$/gm)];
  const listed = lines.map(([, id, name]) => [id, name]);
  expect(listed).toEqual(serverAudits({ url: api.url }).map(({ id, name }) => [id, name]));
  expect(listed.length).toBe(61);
});

describe.each(['/graphql', '/public/graphql'])('%s', path => {
  /** The endpoint for accounts takes a GET only of who cannot be a page of somebody else's: with a credential, say. */
  const asked: typeof fetch = (url, init) => {
    const headers = new Headers(init?.headers);
    if (path === '/graphql') headers.set('authorization', `Bearer ${api.staff}`);
    return fetch(url, { ...init, headers });
  };
  const audits = serverAudits({ url: () => `${api.url}${path}`, fetchFn: asked });

  test.each(audits.map(audit => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
    const result = await audit.fn();
    if (result.status !== 'ok') throw new Error(`${result.status}: ${result.reason}`);
  });
});
