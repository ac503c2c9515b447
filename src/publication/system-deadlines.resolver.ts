import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../boundary/context.js';
import { loadOne } from '../boundary/loader.js';
import { type CalendarEvent, type CalendarEventKind, upcomingEvents } from '../domain/programme-calendar.js';
import { localDateOf } from '../domain/time-zone.js';
import { rows, sql } from '../platform/sql.js';
import type { SystemRow } from '../system/system.entity.js';
import { System } from '../system/system.type.js';
import { CalendarEventType } from './calendar.type.js';

/** The days of the programme beside the system that they concern. */
@Resolver(() => System)
export class SystemDeadlinesResolver {
  @FieldResolver(() => [CalendarEventType], {
    description:
      'What comes next for it: the reporting window that is open or opens next, and while it is qualified the next upload and the next minting of a quarter.',
  })
  async deadlines(@Root() { id }: SystemRow, @Ctx() context: Context): Promise<CalendarEvent[]> {
    const on = localDateOf(context.now);
    const qualified = await loadOne(
      context,
      'qualified today',
      id,
      ids =>
        rows<{ systemId: string }>(
          context.em,
          sql`select distinct q.system_id as "systemId" from statement_of_qualification q
              where q.system_id = any(${[...ids]}::bigint[]) and q.effective_on <= ${on}::date
                and (q.last_eligible_quarter is null or day_after_quarter(q.last_eligible_quarter) > ${on}::date)`,
        ),
      ({ systemId }) => systemId,
    );
    const kinds: CalendarEventKind[] = qualified ? ['REPORTING_WINDOW', 'UPLOAD', 'MINT'] : ['REPORTING_WINDOW'];
    return kinds.flatMap(kind => upcomingEvents(on, 1, [kind])).sort((a, b) => (a.lastOn < b.lastOn ? -1 : 1));
  }
}
