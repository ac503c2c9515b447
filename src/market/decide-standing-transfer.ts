import { LockMode } from '@mikro-orm/core';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { rawSql, sql, where } from '../platform/sql.js';
import { StandingTransferEntity, type StandingTransferRow, type StandingTransferState } from './market.entity.js';
import { ownAccounts } from './scope.js';

/** The standing transfer of an id, locked. NOT_FOUND unless the account on that side is of the actor's organisation. */
export async function lockStandingTransfer(
  { em, context }: Verb,
  id: string,
  side: 'from' | 'to',
): Promise<StandingTransferRow> {
  const column = `${side}_gis_account_id`;
  const standing = await em.findOne(
    StandingTransferEntity,
    { $and: [{ id }, where(alias => sql`${rawSql(`${alias}.${column}`)} in (${ownAccounts(context.actor)})`)] },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (standing) return standing;
  throw new Refusal('NOT_FOUND', `There is no such standing transfer ${id}, or it is not yours to decide.`, {
    standingTransferId: id,
  });
}

/** Brings a locked standing transfer to a state. REQUEST_NOT_OPEN when that cannot follow. */
export async function decideStandingTransfer(
  { em, context, now }: Verb,
  standing: StandingTransferRow,
  state: Exclude<StandingTransferState, 'PENDING' | 'ENDED'>,
) {
  const revocable = state === 'WITHDRAWN' && standing.state === 'APPROVED' && !standing.irrevocable;
  if (standing.state !== 'PENDING' && !revocable) {
    const irrevocable = standing.irrevocable ? ' and irrevocable' : '';
    throw new Refusal('REQUEST_NOT_OPEN', `Standing transfer ${standing.id} is ${standing.state}${irrevocable}.`, {
      standingTransferId: standing.id,
      state: standing.state,
      irrevocable: standing.irrevocable,
    });
  }
  standing.state = state;
  standing.decidedAt = now;
  standing.decidedBy = context.actor.accountId;
  await em.flush();
  return { standingTransferId: standing.id, state };
}
