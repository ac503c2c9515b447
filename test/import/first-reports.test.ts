import { row, sql } from '../../src/platform/sql.js';
import { openTestHouse } from './house.js';

test('the place for a month is made once, though several are the first to report it', async () => {
  const house = await openTestHouse();
  const ensure = sql`select ensure_reading_partition('2017-07-01'::date) as made`;
  try {
    const all = Array.from({ length: 4 }, () =>
      house.em.fork().transactional(async em => {
        const { made } = await row<{ made: boolean }>(em, ensure);
        await row(em, sql`select pg_sleep(0.1)`);
        return made;
      }),
    );
    expect((await Promise.all(all)).filter(Boolean)).toEqual([true]);
  } finally {
    await house.end();
  }
});
