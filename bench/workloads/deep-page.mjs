/* Page 2,000 of a connection (the last one of a smaller population) beside page 1, as staff sees all systems. */
import { tokens } from '../population/state.mjs';
import { answerOf, askInTurn, requestOf } from './reads.mjs';
import { rowOf } from './row.mjs';

const pageSize = 50;
const query = `query Page($first: Int!, $after: String) { systems(first: $first, after: $after) {
  edges { node { ptsId name town capacityKw } } pageInfo { endCursor hasNextPage } } }`;
const body = (first, after) => JSON.stringify({ query, variables: { first, after } });

export async function measureDeepPage(context, name) {
  const pages = Math.min(2_000, Math.floor(context.size.population.systems / pageSize));
  const after = await cursorAfter(await context.server('product'), (pages - 1) * pageSize);
  const questions = {
    product: { server: 'product', body: body(pageSize, after) },
    'first-page': { server: 'product', body: body(pageSize, null) },
  };
  const figures = await askInTurn(context, name, questions, { token: tokens.staff });
  const notes = [`page ${pages} of ${pageSize} systems`];
  return [
    rowOf({
      workload: name,
      against: 'first-page',
      ours: figures.product,
      theirs: figures['first-page'],
      notes,
    }),
  ];
}

/** The cursor of the row at a place, found as a client would: page by page. */
async function cursorAfter({ graphql, base }, place) {
  let cursor = null;
  for (let done = 0; done < place; ) {
    const first = Math.min(500, place - done);
    const request = requestOf({ body: body(first, cursor) }, { graphql, base, token: tokens.staff });
    cursor = (await answerOf(request)).answer.data.systems.pageInfo.endCursor;
    done += first;
  }
  return cursor;
}
