import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../boundary/context.js';
import type { MeterRow } from '../metering/meter.entity.js';
import { Meter } from '../metering/meter.type.js';
import { Reading } from '../metering/reading.type.js';
import type { SystemRow } from '../system/system.entity.js';
import { System } from '../system/system.type.js';
import { lastReading } from './last-reading.js';

@Resolver(() => System)
export class SystemLastReadingResolver {
  @FieldResolver(() => Reading, {
    nullable: true,
    description:
      'The last accepted reading of any of its meters: in force, of the newest month; null before the first.',
  })
  lastReading(@Root() { id }: SystemRow, @Ctx() context: Context) {
    return lastReading(context, { column: 'system_id', id });
  }
}

@Resolver(() => Meter)
export class MeterLastReadingResolver {
  @FieldResolver(() => Reading, {
    nullable: true,
    description: 'Its last accepted reading: in force, of the newest month; null before the first.',
  })
  lastReading(@Root() { id }: MeterRow, @Ctx() context: Context) {
    return lastReading(context, { column: 'meter_id', id });
  }
}
