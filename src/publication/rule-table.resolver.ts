import { Arg, Query, Resolver } from 'type-graphql';
import { ruleTables } from '../domain/rules/rule-tables.js';
import { RuleTable } from './rule-table.type.js';

const published = ruleTables.map(({ name, ...table }) => ({ key: name, ...table }));

@Resolver()
export class RuleTableResolver {
  @Query(() => [RuleTable], {
    description: 'Every regulation number and policy of the PTS, dated, with its source and how sure it is.',
  })
  ruleTables(
    @Arg('key', () => String, { nullable: true, description: 'Only this table.' }) key: string | null,
  ): readonly RuleTable[] {
    return key === null || key === undefined ? published : published.filter(table => table.key === key);
  }
}
