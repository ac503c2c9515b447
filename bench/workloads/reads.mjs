/* Reads on the population: the servers that they need, started once, and how one read is measured beside others. */
import { join } from 'node:path';
import { withCost } from '../measure/cost.mjs';
import { inTurn, summaryOf } from '../measure/rounds.mjs';
import { makeVisitor } from '../peers/roles.mjs';
import { aggregatorId, tokens } from '../population/state.mjs';
import { goalOf } from '../report/goals.mjs';
import { startPeer, startUnguarded } from '../servers/peer.mjs';
import { startProduct } from '../servers/product.mjs';
import { requireEqual } from './compare.mjs';
import { rowOf } from './row.mjs';

export const jsonHeaders = token => ({ 'content-type': 'application/json', authorization: `Bearer ${token}` });

/** The population in the main database, and servers that are started when they are first asked for. */
export async function prepareReads({ cluster, size, say, directory }) {
  say(`population: ${size.population.systems} systems x ${size.population.months} months`);
  const databaseUrl = await cluster.populate(undefined, size.population);
  const visitorUrl = await makeVisitor(databaseUrl);
  const environments = {
    postgraphile: {
      GRAPHILE_ENV: 'production',
      ORGANISATIONS: JSON.stringify({ [`Bearer ${tokens.aggregator}`]: String(aggregatorId) }),
    },
    'node-http': { ANSWER_FILE: join(directory, 'answer.json') },
  };
  const started = new Map();
  const start = name => {
    if (name === 'product') return startProduct(databaseUrl, { directory });
    if (name === 'unguarded') return startUnguarded(databaseUrl, { directory, organisationId: aggregatorId });
    const environment = { ORGANISATION_ID: String(aggregatorId), ...environments[name] };
    return startPeer(name, name === 'postgraphile' ? visitorUrl : databaseUrl, { directory, environment });
  };
  const server = name => {
    if (!started.has(name)) started.set(name, start(name));
    return started.get(name);
  };
  const stopServers = async () => {
    for (const each of await Promise.allSettled(started.values())) await each.value?.stop();
    started.clear();
  };
  return { databaseUrl, server, stopServers, end: stopServers };
}

/** `postgraphile-list` and `postgraphile-connection` are asked of one server. */
const serverNames = {
  'mercurius-jit': 'mercurius',
  'postgraphile-list': 'postgraphile',
  'postgraphile-connection': 'postgraphile',
};

/** Whether somebody is measured beside the product: always, never, or in a quick run only where there is a goal. */
export function isWanted({ onlyProduct = false, onlyGoals = false }, workload, against) {
  return !onlyProduct && (!onlyGoals || goalOf(workload, against) !== undefined);
}

/**
 * Asks the same of several servers: compares the answers, then measures them in turn. In: by name the question of each (a body, or
 * a path that is got, and `plain`). Out: by name the figures of the rounds.
 */
export async function askInTurn(
  { cluster, load, size, server },
  workload,
  questions,
  { token = tokens.aggregator, connections = 8 } = {},
) {
  const contestants = {};
  const answers = {};
  for (const [name, question] of Object.entries(questions)) {
    if (name !== 'product' && !isWanted(size, workload, name.replace(/-(list|connection)$/, ''))) continue;
    const { pid, graphql, base } = await server(question.server ?? serverNames[name] ?? name);
    const request = requestOf(question, { graphql, base, token });
    const first = await answerOf(request);
    if (question.plain) answers[name] = question.plain(first.answer);
    const requests = await load.warmUp({ ...request, connections }, size);
    const bytes = Buffer.byteLength(first.text);
    contestants[name] = async () => {
      return withCost({ pid, place: cluster.place }, () => load.ask({ ...request, connections, requests })).then(
        figures => ({ ...figures, bytes }),
      );
    };
  }
  requireEqual(workload, answers);
  return inTurn(contestants, size);
}

export function requestOf({ body, path = '', headers = {} }, { graphql, base, token }) {
  if (body === undefined) return { url: `${base}${path}`, method: 'GET', headers };
  return { url: graphql, method: 'POST', headers: { ...jsonHeaders(token), ...headers }, body };
}

/** One answer, which must be 200 and without errors. */
export async function answerOf({ url, method, headers, body }) {
  const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await response.text();
  const answer = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : {};
  if (response.status !== 200 || answer.errors)
    throw new Error(`${url} answers ${response.status}: ${text.slice(0, 1000)}`);
  return { text, answer };
}

/** Rows for the product against each of some others that were measured; of several forms of one server the better one counts. */
export function rowsAgainst(workload, figures, others) {
  const alone = Object.keys(figures).length === 1;
  const measured = others.filter(({ against, forms = [against] }) => alone || figures[forms[0]]);
  return measured.map(({ against, forms = [against], ...more }) => {
    if (figures[forms[0]] === undefined) return rowOf({ workload, against, ours: figures.product });
    const best = forms.reduce((a, b) => (summaryOf(figures[b]).perSecond > summaryOf(figures[a]).perSecond ? b : a));
    const form = forms.length > 1 ? { form: best } : {};
    return rowOf({ workload, against, ours: figures.product, theirs: figures[best], ...form, ...more });
  });
}
