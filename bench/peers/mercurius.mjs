/*
 * Mercurius with JIT from the first execution on, loaders, and SQL written by hand in named statements. It authorises nothing: whose
 * portfolio is asked for is a setting of the process.
 */
import fastify from 'fastify';
import mercurius from 'mercurius';
import { pool } from './database.mjs';
import { objectOf, pageOfSystems, readingsOf } from './statements.mjs';

const schema = `
  type Query { systems(first: Int!): [System!]!  system(ptsId: ID!): System }
  type System { ptsId: ID! name: String! town: String! capacityKw: String! readings(first: Int!): [Reading!]! }
  type Reading { month: String! productionKwh: String! }`;

const rowsOf = async (statement, values) => (await pool.query({ ...statement, values })).rows;

const app = fastify({ logger: false });
app.register(mercurius, {
  schema,
  jit: 1,
  graphiql: false,
  resolvers: {
    Query: {
      systems: (_, { first }) => rowsOf(pageOfSystems, [process.env.ORGANISATION_ID, first]),
      system: async (_, { ptsId }) => (await rowsOf(objectOf, [ptsId]))[0] ?? null,
    },
  },
  loaders: {
    System: {
      async readings(queries) {
        const found = await rowsOf(readingsOf, [queries.map(({ obj }) => obj.id), queries[0].params.first]);
        const bySystem = new Map(queries.map(({ obj }) => [obj.id, []]));
        for (const reading of found) bySystem.get(reading.systemId).push(reading);
        return queries.map(({ obj }) => bySystem.get(obj.id));
      },
    },
  },
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
