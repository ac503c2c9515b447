/* The run's own PostgreSQL goes with the process that started it; a server that was lent gets back what it was. */
import { statement } from './global-setup.mjs';

export default async function tearDown() {
  const { TEST_DATABASE_URL, PTS_TEST_TEMPLATE } = process.env;
  if (TEST_DATABASE_URL && PTS_TEST_TEMPLATE) {
    await statement(TEST_DATABASE_URL, `DROP DATABASE IF EXISTS ${PTS_TEST_TEMPLATE} WITH (FORCE)`);
  }
}
