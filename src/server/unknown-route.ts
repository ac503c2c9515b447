import type { FastifyInstance } from 'fastify';
import type { countRefused } from './count-refused.js';
import { badRequest } from './errors.js';

const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'] as const;

/** Answers what leads nowhere in the shape of every other error: 405 where the address takes other methods, else 404. */
export function answerUnknownRoutes(app: FastifyInstance, counted: ReturnType<typeof countRefused>): void {
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?');
    const url = path.replace(/(?<=.)\/$/, '');
    const allowed = methods.filter(method => app.hasRoute({ method, url })).join(', ');
    return counted(request, reply, () => {
      if (allowed === '') return reply.code(404).send({ errors: [badRequest('There is nothing at this address.')] });
      const message = `This address does not take ${request.method}: send ${allowed}.`;
      return reply
        .code(405)
        .header('allow', allowed)
        .send({ errors: [badRequest(message)] });
    });
  });
}
