/* A pool for the servers whose SQL is written by hand: named statements, so each is parsed and planned once on a connection. */
import pg from 'pg';

// numerics stay text, dates too: nothing is converted that JSON would only turn back
pg.types.setTypeParser(pg.types.builtins.DATE, text => text);

export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, options: '-c jit=off' });
