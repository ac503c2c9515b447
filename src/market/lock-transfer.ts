import { Refusal } from '../domain/error.js';
import { type Moved, moveCertificates } from '../ledger/move-certificates.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, rows, sql } from '../platform/sql.js';
import type { TransferState } from './market.entity.js';
import { ownAccounts } from './scope.js';

/** An open offer, locked until the transaction ends. */
export interface OpenTransfer {
  readonly id: string;
  readonly fromGisAccountId: string;
  readonly toGisAccountId: string;
  readonly quantity: number;
}

/**
 * The open offer of an id, locked, so that of two decisions the second sees the first. NOT_FOUND unless the account that receives
 * (`to`) or gives (`from`) is of the actor's organisation; REQUEST_NOT_OPEN once it is decided.
 */
export async function lockTransfer(
  { em, context }: Verb,
  transferId: string,
  side: 'from' | 'to',
): Promise<OpenTransfer> {
  const account = side === 'from' ? sql`t.from_gis_account_id` : sql`t.to_gis_account_id`;
  const transfer = await maybeRow<OpenTransfer & { readonly state: TransferState }>(
    em,
    sql`select t.id, t.from_gis_account_id as "fromGisAccountId", t.to_gis_account_id as "toGisAccountId", t.quantity, t.state
        from transfer t where t.id = ${transferId} and ${account} in (${ownAccounts(context.actor)}) for update`,
  );
  if (!transfer) {
    throw new Refusal('NOT_FOUND', `There is no such transfer ${transferId}, or it is not yours to decide.`, {
      transferId,
    });
  }
  if (transfer.state !== 'OFFERED') {
    throw new Refusal('REQUEST_NOT_OPEN', `Transfer ${transferId} is ${transfer.state}.`, {
      transferId,
      state: transfer.state,
    });
  }
  return transfer;
}

/** Decides on a locked offer: its certificates go to the other account (ACCEPTED), or are active again where they were. */
export async function decideTransfer(
  verb: Verb,
  transfer: OpenTransfer,
  state: Exclude<TransferState, 'OFFERED'>,
  unit: { readonly kind: 'TRADE' | 'CLOSE'; readonly reason: string },
): Promise<Moved> {
  const { em, context, now } = verb;
  const accepted = state === 'ACCEPTED';
  const moved = await moveCertificates(verb, {
    ranges: await rangesOfTransfer(verb, transfer.id),
    fromState: 'PENDING',
    where: sql`account.id = ${transfer.fromGisAccountId}::bigint`,
    kind: accepted ? 'TRANSFER' : 'TAKE_BACK',
    toState: 'ACTIVE',
    toGisAccountId: accepted ? transfer.toGisAccountId : null,
    unit,
  });
  await rows(
    em,
    sql`update transfer set state = ${state}, decided_at = ${now}, decided_by = ${context.actor.accountId}
        where id = ${transfer.id}`,
  );
  return moved;
}

async function rangesOfTransfer({ em }: Verb, transferId: string) {
  const ranges = await rows<{ batchId: string; first: number; last: number }>(
    em,
    sql`select batch_id as "batchId", first_serial as first, last_serial as last from transfer_range
        where transfer_id = ${transferId}`,
  );
  return ranges.map(range => ({ ...range, batchId: Number(range.batchId) }));
}
