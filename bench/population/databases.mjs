/* The cluster of a run and its databases. Everything lies in one directory that goes with the process. */
import { join } from 'node:path';
import { makeRunDirectory } from '../../test/support/run-directory.mjs';
import { withClient } from './sql.mjs';
import { makePopulation, monthAt } from './state.mjs';

/** What `pts serve --data-dir` opens. */
const mainName = 'pts';

const program = name => import(`../../dist/src/${name}.js`);

export class Cluster {
  #database;
  #directory;

  /** Starts PostgreSQL with the settings that `npm start` uses, in a new directory. */
  static async start() {
    const cluster = new Cluster();
    cluster.#directory = join(await makeRunDirectory(), 'postgres');
    await cluster.up();
    return cluster;
  }

  async up() {
    const { acquireEmbeddedDatabase } = await program('embedded/acquire');
    this.#database = await acquireEmbeddedDatabase({ directory: this.#directory });
  }

  async down() {
    await this.#database?.release();
    this.#database = undefined;
  }

  /** As it was asked for; `pts serve --data-dir` finds the data from here. */
  get directory() {
    return this.#directory;
  }

  /** Where the data are. */
  get place() {
    return this.#database.directory;
  }

  urlOf(name) {
    return Object.assign(new URL(this.#database.url), { pathname: `/${name}` }).href;
  }

  /**
   * Makes a population in a database; `name` undefined: in the one that `pts serve --data-dir` opens.
   * What was there is gone. Gives its address.
   */
  async populate(name, shape) {
    const url = await this.#create(name ?? mainName, '');
    const { migrate } = await program('server/database');
    await migrate(url);
    await makePopulation(url, shape);
    return url;
  }

  /** A copy of a database that nobody is connected to. */
  copy(from, name) {
    return this.#create(name, `template ${from} strategy file_copy`);
  }

  async drop(name) {
    await withClient(this.urlOf('postgres'), client => client.query(`drop database if exists ${name} with (force)`));
  }

  async #create(name, like) {
    await this.drop(name);
    await withClient(this.urlOf('postgres'), client => client.query(`create database ${name} ${like}`));
    return this.urlOf(name);
  }
}

/** What the job of a worker does, in its first round: everything is rolled up. */
export async function rollUp(url, shape) {
  const { openDatabase } = await program('server/database');
  const { refreshRollups } = await program('rollup/refresh-rollups');
  const orm = await openDatabase(url, { poolSize: 2 });
  try {
    await refreshRollups(orm.em.fork(), monthAt(shape.months - 1));
  } finally {
    await orm.close(true);
  }
  await withClient(url, client => client.query('vacuum analyze'));
}
