import type { Job } from '../platform/job.js';
import { rows, sql } from '../platform/sql.js';

/** For so many days a completed export can be fetched. */
export const exportDays = 7;

/** Lets go the files of exports that were completed long ago; that there was one stays on record. */
export const forgetExports: Job = {
  name: 'forget-exports',
  everySeconds: 3_600,
  async run({ em, now }) {
    await rows(
      em,
      sql`with old as (
            update export set state = 'FORGOTTEN'
            where state = 'COMPLETED' and ended_at < ${now}::timestamptz - make_interval(days => ${exportDays}) returning id)
          delete from export_piece where export_id in (select id from old)`,
    );
  },
};
