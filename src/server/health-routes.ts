import type { FastifyInstance } from 'fastify';
import type { ReadinessCheck } from './readiness.js';

/**
 * `GET /health/live`: this process runs, nothing else. `GET /health/ready`: whether a balancer shall send requests here, with 503 when
 * not, and the figures that it is said by. Once the server is to stop, each answer asks for its connection to be closed.
 */
export function serveHealth(app: FastifyInstance, readiness: ReadinessCheck): void {
  app.addHook('onSend', (_request, reply, _payload, next) => {
    if (readiness.stopping) reply.header('connection', 'close');
    next();
  });
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const answer = await readiness.ask();
    const status = answer.status === 'ready' || answer.status === 'degraded' ? 200 : 503;
    return reply.code(status).header('cache-control', 'no-store').send(answer);
  });
}
