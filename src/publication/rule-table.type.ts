import { Field, ObjectType } from 'type-graphql';
import { ConfidenceEnum } from '../boundary/confidence.js';
import { DateScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Confidence } from '../domain/rules/dated-table.js';

@ObjectType({ description: 'One figure with the days on which it holds.' })
export class RuleRow {
  @Field(() => DateScalar, { nullable: true, description: 'First day; null: since ever.' })
  from!: LocalDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, inclusive; null: until further notice.' })
  to!: LocalDate | null;

  @Field(() => String, { description: 'The figure as a person reads it.' })
  value!: string;

  @Field(() => String, { description: 'Where it comes from.' })
  source!: string;

  @Field(() => ConfidenceEnum, { description: 'How sure it is.' })
  confidence!: Confidence;
}

@ObjectType({ description: 'A regulation number or policy over time: every figure by which the PTS decides.' })
export class RuleTable {
  @Field(() => String, { description: 'Identifies the table, e.g. `manual-reporting-limit`.' })
  key!: string;

  @Field(() => String, { description: 'What it decides.' })
  description!: string;

  @Field(() => String, { description: 'Unit of the figures.' })
  unit!: string;

  @Field(() => [RuleRow], { description: 'Its rows.' })
  rows!: readonly RuleRow[];
}
