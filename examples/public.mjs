/*
 * Everybody, without a login: a question that is cached, one that is named by its hash, a table as a file, and what the rate limit says.
 *
 *   node examples/public.mjs [--url http://127.0.0.1:4000]
 *
 * It only reads, and leaves nothing but spent points: for the rest of the minute this address has fewer on the public side.
 */
import { createHash } from 'node:crypto';
import { request, say, url } from './api.mjs';

const publicUrl = (path, words = {}) => `${path}?${new URLSearchParams(words)}`;

// 1. A GET may be kept: by browsers, by caches between, and by you with its ETag.
const systems = '{ systems(first: 5) { edges { node { ptsId technology capacityKw town } } } }';
const asked = publicUrl('/public/graphql', { query: systems });
const first = await request(asked);
const { data } = await first.json();
say(`Systems at ${url}: ${data.systems.edges.map(({ node }) => `${node.ptsId} in ${node.town}`).join(', ')}`);
say(`  ETag ${first.headers.get('etag')}, Cache-Control ${first.headers.get('cache-control')}`);
const unchanged = await request(asked, { headers: { 'if-none-match': first.headers.get('etag') } });
say(`  Asked again with If-None-Match: ${unchanged.status}`);

// 2. A question named by its SHA-256. Sent whole when the server does not know it (yet, or any more).
const persisted = { version: 1, sha256Hash: createHash('sha256').update(systems).digest('hex') };
const byHash = publicUrl('/public/graphql', { extensions: JSON.stringify({ persistedQuery: persisted }) });
let answer = await (await request(byHash)).json();
if (answer.errors?.[0].extensions.code === 'PERSISTED_QUERY_NOT_FOUND') {
  say('\nNot known by its hash: sent whole once.');
  await request(`${byHash}&${new URLSearchParams({ query: systems })}`);
  answer = await (await request(byHash)).json();
}
say(`Asked by its hash: ${answer.data.systems.edges.length} systems.`);

// 3. Tables as files: the ETag changes with the rows alone.
const list = await (
  await request(publicUrl('/public/graphql', { query: '{ publicTables { title csvPath columns { key } } }' }))
).json();
say('\nTables:');
for (const { title, csvPath, columns } of list.data.publicTables)
  say(`  ${csvPath}: ${title}, ${columns.length} columns`);
const table = await request('/public/tables/pts-systems.csv');
const lines = (await table.text()).trim().split('\r\n');
say(`  pts-systems.csv: ${lines.length - 1} rows. ${lines[0]}`);
const same = await request('/public/tables/pts-systems.csv', {
  headers: { 'if-none-match': table.headers.get('etag') },
});
say(`  Again with its ETag: ${same.status}`);

// 4. The limit: points a minute, by address. A question that costs more than is left is refused whole and takes nothing.
// Another one each time: an answer that the server still has costs one point.
say('\nA large question, until the budget of the minute does not do for it:');
const page =
  'ptsSystems(first: 500, after: $after) { edges { cursor node { id technology capacityKw town zip installer facilityType } } }';
const large = n =>
  `query Large${n}($after: String) { ${Array.from({ length: 10 }, (_, at) => `page${at}: ${page}`).join(' ')} }`;
for (let n = 0, status = 200; status === 200 && n < 10; n += 1) {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query: large(n) });
  const told = await request('/public/graphql', { method: 'POST', headers, body, tries: 1 }); // no second try: it is to be seen
  const { extensions, errors } = await told.json();
  status = told.status;
  say(`  ${status}: RateLimit ${told.headers.get('ratelimit')} of ${told.headers.get('ratelimit-policy')}`);
  if (errors)
    say(`  ${errors[0].extensions.code}: ${errors[0].message} Retry-After: ${told.headers.get('retry-after')} s`);
  else say(`  it cost ${extensions.cost.requested} points`);
}
const small = await request(asked);
say(`A small one is answered all the same: ${small.status}`);
