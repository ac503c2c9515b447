/*
 * The product's own GraphQL over HTTP, assembled without what guards it: no credential is looked up (everybody is the account of the
 * environment), no permission is asked, nothing is measured against limits, costs or is counted. All else is as `src/server/http` and
 * `src/server/endpoint` have it: the same schema, resolvers, executor, deadline and log. For measuring what guarding costs, and for nothing else.
 */
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastify, { LogController } from 'fastify';

const { DATABASE_URL, PORT, ORGANISATION_ID } = process.env;
const program = name => import(`../../dist/src/${name}.js`);
const { openDatabase } = await program('server/database');
const { accountSchema } = await program('server/schema');
const { executeCompiled, writeAnswer } = await program('server/executor/compiled-queries');
const { serveGraphql } = await program('server/graphql-route');
const { logByRequest, requestIdOf } = await program('server/request-log');
const { noteOperations, observeRequests } = await program('server/observe-requests');
const { logRequests } = await program('server/log-requests');
const { limitTime } = await program('server/time-limit');
const { statusByMediaType } = await program('server/http-status');
const { accountLimits } = await program('server/query-limits');
const { serverLimits } = await program('server/http');
const { trustedDocuments } = await program('server/trusted-documents');
const { gathered, withoutSecrets } = await program('server/log-stream');
const { localDateOf } = await program('domain/time-zone');
const { cancellable } = await program('platform/sql');

const orm = await openDatabase(DATABASE_URL);
const schema = await accountSchema();
const apollo = new ApolloServer({
  schema,
  introspection: true,
  csrfPrevention: false,
  stopOnTerminationSignals: false,
  stringifyResult: writeAnswer,
  plugins: [
    ApolloServerPluginCacheControlDisabled(),
    noteOperations(),
    limitTime(serverLimits.accountQueryMs),
    statusByMediaType(),
    executeCompiled(schema),
  ],
});
await apollo.start();

const app = fastify({
  logger: { level: 'info', stream: withoutSecrets(gathered(process.stderr)) },
  genReqId: requestIdOf,
  logController: new LogController({ requestIdLogLabel: 'requestId', disableRequestLogging: true }),
});
const { during } = logByRequest(app);
observeRequests(app, [logRequests]);
const actor = {
  accountId: ORGANISATION_ID,
  organisationId: ORGANISATION_ID,
  name: 'unguarded',
  kinds: new Set(['REC_OWNER']),
  credentialId: '0',
  scopes: new Set(['READ']),
};
serveGraphql(app, {
  url: '/graphql',
  bodyLimit: 8 * 1024 * 1024,
  apollo,
  limits: accountLimits,
  documents: trustedDocuments(),
  during,
  async contextOf(request, own) {
    const now = new Date();
    return {
      em: cancellable(orm.em, own.deadline.signal),
      actor: { ...actor, on: localDateOf(now) },
      now,
      mode: 'production',
      requestId: request.id,
      loaders: new Map(),
      spend: async () => null,
      ...own,
    };
  },
});
app.get('/ready', async () => ({ status: 'ready' }));
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
