import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccountContext, Actor, Context } from '../boundary/context.js';
import { loadMany } from '../boundary/loader.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';
import { formatSerialRange } from '../domain/serial-range.js';
import { lastTradingYear, tradingYearOf } from '../domain/trading-year.js';
import { loadGisAccount } from '../gis/load-gis.js';
import { holdsCertificates } from '../ledger/scope.js';
import { rawSql, rows, sql, where } from '../platform/sql.js';
import {
  BrokerAuthorizationEntity,
  type BrokerAuthorizationRow,
  StandingTransferEntity,
  StandingTransferExecutionEntity,
  type StandingTransferExecutionRow,
  type StandingTransferRow,
  type StandingTransferState,
  TransferEntity,
  type TransferRow,
} from './market.entity.js';
import type { TransferFilter } from './market.input.js';
import { authorizationIsVisible, ownAccounts, standingTransferIsVisible, transferIsVisible } from './scope.js';

/** The transfer of an id, if the actor may see it; null otherwise. */
export function findTransfer(em: EntityManager, actor: Actor, id: string): Promise<TransferRow | null> {
  return em.findOne(TransferEntity, { $and: [{ id }, where(alias => transferIsVisible(actor, alias))] });
}

/** Transfers that an actor may see and a filter lets through, newest first. */
export function listTransfers(
  em: EntityManager,
  actor: Actor,
  { states, direction }: TransferFilter,
  page: PageArgs,
): Promise<Page<TransferRow>> {
  const side = direction === 'IN' ? 'to' : 'from';
  return pageOf(
    page,
    1,
    (key, limit) =>
      em.find(
        TransferEntity,
        {
          $and: [
            states ? { state: { $in: states } } : {},
            direction
              ? where(alias => sql`${rawSql(`${alias}.${side}_gis_account_id`)} in (${ownAccounts(actor)})`)
              : {},
            key ? { id: { $lt: key[0] ?? '0' } } : {},
            where(alias => transferIsVisible(actor, alias)),
          ],
        },
        { orderBy: { id: 'desc' }, limit },
      ),
    transfer => [transfer.id],
  );
}

/** The serial numbers of a transfer, as text, in order; batched. */
export async function rangesOfTransfer(context: Context, transferId: string): Promise<string[]> {
  const ranges = await loadMany(
    context,
    'ranges of a transfer',
    transferId,
    ids =>
      rows<{ transferId: string; batchId: string; first: number; last: number }>(
        context.em,
        sql`select transfer_id as "transferId", batch_id as "batchId", first_serial as first, last_serial as last
            from transfer_range where transfer_id = any(${ids}::bigint[]) order by transfer_id, batch_id, first_serial`,
      ),
    range => range.transferId,
  );
  return ranges.map(({ batchId, first, last }) => formatSerialRange({ batchId: Number(batchId), first, last }));
}

/** The last day on which an offer can be accepted: that on which the first trading year of its certificates closes; null once it is decided. */
export async function acceptableUntil(context: Context, { id, state }: TransferRow): Promise<LocalDate | null> {
  if (state !== 'OFFERED') return null;
  const vintages = await loadMany(
    context,
    'vintages of an offer',
    id,
    ids =>
      rows<{ transferId: string; vintageMonth: Month; usableUntil: number | null }>(
        context.em,
        sql`select distinct r.transfer_id as "transferId", to_char(b.vintage_month, 'YYYY-MM') as "vintageMonth",
                   h.usable_until as "usableUntil"
            from transfer_range r
            join certificate_batch b on b.id = r.batch_id
            join certificate_holding h on h.batch_id = r.batch_id
              and h.first_serial <= r.last_serial and h.last_serial >= r.first_serial
            where r.transfer_id = any(${ids}::bigint[])`,
      ),
    vintage => vintage.transferId,
  );
  const days = vintages.map(({ vintageMonth, usableUntil }) => {
    return tradingYearOf(lastTradingYear(vintageMonth, usableUntil)).closesOn;
  });
  return days.sort()[0] ?? null;
}

/** Whether what the parties keep to themselves is shown: to the two parties, and to the broker who proposed the transfer. */
export async function mayReadPrice(
  context: AccountContext,
  transfer: Pick<TransferRow, 'fromGisAccountId' | 'toGisAccountId'> & { readonly proposedByOrganisationId?: string },
): Promise<boolean> {
  const { actor } = context;
  const accounts = [transfer.fromGisAccountId, transfer.toGisAccountId].map(id => loadGisAccount(context, id));
  const isParty = (await Promise.all(accounts)).some(account => account.organisationId === actor.organisationId);
  const isProposer = transfer.proposedByOrganisationId === actor.organisationId && actor.kinds.has('BROKER');
  return (isParty && holdsCertificates(actor)) || isProposer;
}

/** Standing transfers that an actor may see, newest first. */
export function listStandingTransfers(
  em: EntityManager,
  actor: Actor,
  states: readonly StandingTransferState[] | null,
  page: PageArgs,
): Promise<Page<StandingTransferRow>> {
  return pageOf(
    page,
    1,
    (key, limit) =>
      em.find(
        StandingTransferEntity,
        {
          $and: [
            states ? { state: { $in: [...states] } } : {},
            key ? { id: { $lt: key[0] ?? '0' } } : {},
            where(alias => standingTransferIsVisible(actor, alias)),
          ],
        },
        { orderBy: { id: 'desc' }, limit },
      ),
    standing => [standing.id],
  );
}

/** What became of a standing transfer, month by month; batched. */
export function executionsOf(
  context: Context,
  standingTransferId: string,
): Promise<readonly StandingTransferExecutionRow[]> {
  return loadMany(
    context,
    'executions of a standing transfer',
    standingTransferId,
    ids =>
      context.em.find(
        StandingTransferExecutionEntity,
        { standingTransferId: { $in: [...ids] } },
        { orderBy: { month: 'asc' } },
      ),
    execution => execution.standingTransferId,
  );
}

/** Authorizations of brokers that an actor may see, newest first. */
export function listAuthorizations(
  em: EntityManager,
  actor: Actor,
  page: PageArgs,
): Promise<Page<BrokerAuthorizationRow>> {
  return pageOf(
    page,
    1,
    (key, limit) =>
      em.find(
        BrokerAuthorizationEntity,
        { $and: [key ? { id: { $lt: key[0] ?? '0' } } : {}, where(alias => authorizationIsVisible(actor, alias))] },
        { orderBy: { id: 'desc' }, limit },
      ),
    authorization => [authorization.id],
  );
}
