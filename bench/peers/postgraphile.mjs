/*
 * PostGraphile 5 as its documentation has it in production: Amber preset, lists beside connections, no GraphiQL, no watching, no
 * explaining, answers made as strings, NODE_ENV and GRAPHILE_ENV production, the role connects without rights to more tables than it
 * serves, and who asks is a setting of the transaction that row-level security reads.
 */
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const { DATABASE_URL, PORT, ORGANISATIONS } = process.env;
/** Credentials and whose they are: looked up in memory, where the product asks the database. */
const organisations = new Map(Object.entries(JSON.parse(ORGANISATIONS)));

const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: DATABASE_URL,
      schemas: ['public'],
      poolConfig: { max: 10, options: '-c jit=off' },
    }),
  ],
  schema: { defaultBehavior: 'connection list filter filterBy order orderBy' },
  grafserv: { graphiql: false, watch: false, outputDataAsString: true, graphqlPath: '/graphql' },
  grafast: {
    explain: false,
    context({ node: { req } }) {
      const organisationId = organisations.get(req.headers.authorization);
      if (organisationId === undefined) throw new Error('no valid credential');
      return { pgSettings: { 'bench.organisation_id': organisationId } };
    },
  },
};

const server = createServer();
const serv = postgraphile(preset).createServ(grafserv);
await serv.addTo(server);
server.listen(Number(PORT), '127.0.0.1');
