import type { EntityManager } from '@mikro-orm/postgresql';
import { parseQuarter } from '../domain/quarter.js';
import { tradingPeriodOf, tradingYearOf } from '../domain/trading-year.js';
import { TradingPeriodEntity, TradingYearEntity } from './market.entity.js';
import type { TradingYear } from './market.type.js';

/** A trading year with its periods, and what staff opened and closed of it. BAD_USER_INPUT for a year before 1900 or after 2199. */
export async function findTradingYear(em: EntityManager, year: number): Promise<TradingYear> {
  const quarters = [1, 2, 3, 4].map(number => parseQuarter(`${year}-Q${number}`));
  const opened = await em.find(TradingPeriodEntity, { quarter: { $in: quarters } });
  const closed = await em.findOne(TradingYearEntity, { year });
  return {
    year,
    ...tradingYearOf(year),
    periods: quarters.map(quarter => ({
      quarter,
      ...tradingPeriodOf(quarter),
      openedAt: opened.find(period => period.quarter === quarter)?.openedAt ?? null,
    })),
    closedAt: closed?.closedAt ?? null,
  };
}
