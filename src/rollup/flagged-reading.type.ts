import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../boundary/page.js';
import type { ReadingRecord } from '../metering/reading.entity.js';
import { Reading } from '../metering/reading.type.js';

@ObjectType({ description: 'A reading in force that carries a flag.' })
export class FlaggedReading {
  @Field(() => Reading, { description: 'The reading, with its flags.' })
  reading!: ReadingRecord;

  @Field(() => String, { description: 'The metering point.' })
  meterLabel!: string;
}

export const FlaggedReadingConnection = connectionOf(FlaggedReading, 'FlaggedReading');
