import { appendFileSync, cpSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { acquireEmbeddedDatabase, type EmbeddedDatabase } from '../../src/embedded/acquire.js';
import { giveTree } from '../../src/embedded/server-user.js';
import type { Settings } from '../../src/embedded/start-postmaster.js';

/** What a copy of a running cluster does without: it is of the first process, or of who streams from it. */
const notCopied = ['postmaster.pid', 'postmaster.opts', 'pg_replslot'];

/**
 * Makes a real standby of a running embedded cluster and starts it: a copy of its files between `pg_backup_start` and
 * `pg_backup_stop`, which then follows by streaming replication under the name `standby`. In: the cluster, where the copy is to be,
 * the settings of the cluster (a standby must allow as many connections and locks).
 */
export async function startStandby(
  primary: EmbeddedDatabase,
  directory: string,
  settings: Settings,
): Promise<EmbeddedDatabase> {
  const client = new pg.Client({ connectionString: primary.url });
  await client.connect();
  const data = join(directory, 'data');
  mkdirSync(join(data, 'pg_replslot'), { recursive: true, mode: 0o700 });
  await client.query(`select pg_backup_start('standby', true)`);
  cpSync(join(primary.directory, 'data'), data, {
    recursive: true,
    filter: source => !notCopied.includes(basename(source)),
  });
  const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
  await client.end();
  writeFileSync(join(data, 'backup_label'), rows[0]?.labelfile ?? '');
  writeFileSync(join(data, 'standby.signal'), '');
  const { hostname, port, username, password } = new URL(primary.url);
  const conninfo = `host=${hostname} port=${port} user=${username} password=${password} application_name=standby`;
  appendFileSync(join(data, 'postgresql.auto.conf'), `primary_conninfo = '${conninfo}'\nhot_standby_feedback = on\n`);
  cpSync(join(primary.directory, 'password'), join(directory, 'password'));
  const { uid, gid } = statSync(join(primary.directory, 'data'));
  giveTree(directory, { name: 'the owner of the primary', uid, gid });
  return acquireEmbeddedDatabase({ directory, settings });
}

/** Waits until a standby has everything that the primary had at this moment. */
export async function caughtUp(primary: pg.Client, standby: pg.Client): Promise<void> {
  const { rows } = await primary.query<{ lsn: string }>('select pg_current_wal_lsn() as lsn');
  for (;;) {
    const { rows: passed } = await standby.query<{ passed: boolean }>(
      'select pg_last_wal_replay_lsn() >= $1::pg_lsn as passed',
      [rows[0]?.lsn],
    );
    if (passed[0]?.passed) return;
    await sleep(20);
  }
}
