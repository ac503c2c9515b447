/* What is asked of each server, and what is left of each answer when the wrapping of its dialect is taken off. */

const fields = 'ptsId name town capacityKw';
const reading = 'month productionKwh';
const variables = { systems: 50, readings: 12 };

const post = (query, given = variables) => JSON.stringify({ query, variables: given });

/** A portfolio by each dialect: a body, and how the answer becomes a list of systems with lists of readings. */
export function portfolio(systems, readings = 12) {
  const given = { systems, readings };
  return {
    product: {
      body: post(
        `query Portfolio($systems: Int!, $readings: Int!) { systems(first: $systems) { edges { node { ${fields}
          readings(first: $readings) { edges { node { ${reading} } } } } } } }`,
        given,
      ),
      plain: ({ data }) =>
        data.systems.edges.map(({ node }) => ({ ...node, readings: node.readings.edges.map(edge => edge.node) })),
    },
    'postgraphile-connection': {
      body: post(
        `query Portfolio($systems: Int!, $readings: Int!) { allSystems(first: $systems, orderBy: ROW_ID_ASC) { edges { node { ${fields}
          readingsBySystemId(first: $readings, orderBy: [MONTH_DESC, ROW_ID_DESC], condition: { supersededAt: null }) { edges { node { ${reading} } } } } } } }`,
        given,
      ),
      plain: ({ data }) =>
        data.allSystems.edges.map(({ node: { readingsBySystemId, ...system } }) => ({
          ...system,
          readings: readingsBySystemId.edges.map(edge => edge.node),
        })),
    },
    'postgraphile-list': {
      body: post(
        `query Portfolio($systems: Int!, $readings: Int!) { allSystemsList(first: $systems, orderBy: ROW_ID_ASC) { ${fields}
          readingsBySystemIdList(first: $readings, orderBy: [MONTH_DESC, ROW_ID_DESC], condition: { supersededAt: null }) { ${reading} } } }`,
        given,
      ),
      plain: ({ data }) =>
        data.allSystemsList.map(({ readingsBySystemIdList, ...system }) => ({
          ...system,
          readings: readingsBySystemIdList,
        })),
    },
    'mercurius-jit': {
      body: post(
        `query Portfolio($systems: Int!, $readings: Int!) { systems(first: $systems) { ${fields} readings(first: $readings) { ${reading} } } }`,
        given,
      ),
      plain: ({ data }) => data.systems,
    },
    'sql-json': { path: `/?systems=${systems}&readings=${readings}`, plain: ({ data }) => data.systems },
  };
}

/** One system by its PTS id. */
export function object(ptsId) {
  return {
    product: {
      body: post(`query One($ptsId: ID!) { system(ptsId: $ptsId) { ${fields} } }`, { ptsId }),
      plain: ({ data }) => data.system,
    },
    postgraphile: {
      body: post(`query One($ptsId: String!) { systemByPtsId(ptsId: $ptsId) { ${fields} } }`, { ptsId }),
      plain: ({ data }) => data.systemByPtsId,
    },
    'mercurius-jit': {
      body: post(`query One($ptsId: ID!) { system(ptsId: $ptsId) { ${fields} } }`, { ptsId }),
      plain: ({ data }) => data.system,
    },
  };
}
