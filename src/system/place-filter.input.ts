import type { FilterQuery } from '@mikro-orm/postgresql';
import { Field, InputType } from 'type-graphql';
import { DecimalScalar } from '../boundary/scalars.js';
import { type Decimal, decimalText } from '../domain/decimal.js';
import type { SystemRow } from './system.entity.js';
import { TechnologyEnum } from './system.type.js';
import type { Technology } from './technology.js';

@InputType({ description: 'Which systems; every condition given must hold.' })
export class SystemPlaceFilter {
  @Field(() => TechnologyEnum, { nullable: true, description: 'Only this technology.' })
  technology?: Technology | null;

  @Field(() => String, { nullable: true, description: 'Only this city or town, spelled as on record.' })
  town?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this ZIP code.' })
  zip?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Nameplate capacity in kW of at least this.' })
  minimumCapacityKw?: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Nameplate capacity in kW of at most this.' })
  maximumCapacityKw?: Decimal | null;
}

/** The conditions of a filter on systems. */
export function conditionsOf(filter: SystemPlaceFilter): FilterQuery<SystemRow> {
  return {
    ...(filter.technology ? { technology: filter.technology } : {}),
    ...(filter.town ? { town: filter.town } : {}),
    ...(filter.zip ? { zip: filter.zip } : {}),
    ...(filter.minimumCapacityKw || filter.maximumCapacityKw
      ? {
          capacityKw: {
            ...(filter.minimumCapacityKw ? { $gte: decimalText(filter.minimumCapacityKw) } : {}),
            ...(filter.maximumCapacityKw ? { $lte: decimalText(filter.maximumCapacityKw) } : {}),
          },
        }
      : {}),
  };
}
