import { Migration } from '@mikro-orm/migrations';

/** When each worker of the job queue last said that it lives: the jobs of one that is dead are given to the others. */
export class WorkersTellThatTheyLive extends Migration {
  override up(): void {
    this.addSql(`
      create unlogged table worker_life (
        worker_id text not null constraint worker_life_pk primary key,
        seen_at timestamptz not null
      );
    `);
  }
}
