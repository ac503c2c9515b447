import type { MikroORM } from '@mikro-orm/postgresql';

/** Whether the database answers. Its migrations were checked at the start; they do not fall behind while the server runs. */
export async function isReady(orm: MikroORM): Promise<boolean> {
  try {
    await orm.em.fork().getConnection().execute('select 1');
    return true;
  } catch {
    return false;
  }
}
