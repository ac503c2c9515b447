/* The run's own PostgreSQL goes with the process that started it; a server that was lent gets back what it was. */
import { statement } from './global-setup.mjs';

export default async function tearDown() {
  const { TEST_DATABASE_URL, PTS_TEST_TEMPLATE } = process.env;
  if (TEST_DATABASE_URL && PTS_TEST_TEMPLATE) {
    const { rows } = await statement(
      TEST_DATABASE_URL,
      `SELECT datname FROM pg_database WHERE datname = '${PTS_TEST_TEMPLATE}' OR starts_with(datname, '${PTS_TEST_TEMPLATE}_')`,
    );
    for (const { datname } of rows) await statement(TEST_DATABASE_URL, `DROP DATABASE ${datname} WITH (FORCE)`);
  }
}
