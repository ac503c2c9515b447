/* The limit of a server without GraphQL: one statement written by hand makes the JSON, node:http sends it. It authorises nothing. */
import { createServer } from 'node:http';
import { pool } from './database.mjs';
import { portfolioAsJson } from './statements.mjs';

const server = createServer(async (request, response) => {
  const { searchParams } = new URL(request.url, 'http://localhost');
  const [systems, readings] = [Number(searchParams.get('systems') ?? 1), Number(searchParams.get('readings') ?? 1)];
  const values = [process.env.ORGANISATION_ID, systems, readings];
  const { rows } = await pool.query({ ...portfolioAsJson, values });
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(rows[0].answer);
});
server.listen(Number(process.env.PORT), '127.0.0.1');
