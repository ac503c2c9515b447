import { checkChangeDay } from '../domain/change-date.js';
import { Refusal } from '../domain/error.js';
import { addMonths, firstDayOf, monthOf } from '../domain/month.js';
import type { Verb } from '../platform/perform.js';
import { requireSystem } from '../system/find-system.js';
import { askChange } from './ask-change.js';
import type { RequestHouseSaleInput, SaleReporterInput } from './change.input.js';
import type { RoleMove } from './change.js';
import { askerOf } from './change-standing.js';
import { partyOf } from './party-of.js';

/**
 * Asks for what a house sale changes, in one request, by the system owner on a signed contract: owner and reporter from the day
 * of the sale, the certificate rights from the first day of the month after it, since the production of a month belongs to one.
 */
export async function requestHouseSale(verb: Verb, input: RequestHouseSaleInput) {
  const { actor } = verb.context;
  const { soldOn, recOwner, reporter } = input;
  const system = await requireSystem(verb.em, actor, input.ptsId);
  const askedAs = await askerOf(verb, system, ['SYSTEM_OWNER']);
  checkChangeDay('soldOn', soldOn, { today: actor.on, operationOn: system.commercialOperationOn ?? null });
  const buyer = partyOf('buyer', input.buyer);
  const moves: RoleMove[] = [{ role: 'SYSTEM_OWNER', to: buyer, fromOn: soldOn }];
  if (recOwner === 'BUYER') {
    moves.push({ role: 'REC_OWNER', to: buyer, fromOn: firstDayOf(addMonths(monthOf(soldOn), 1)) });
  }
  const other = otherReporter(reporter);
  if (reporter.who !== 'KEEP') {
    const to = other === null ? buyer : { organisationId: other };
    moves.push({ role: 'SYSTEM_REPRESENTATIVE', to, fromOn: soldOn });
  }
  return askChange(verb, {
    kind: 'HOUSE_SALE',
    system,
    change: { ptsId: system.ptsId, askedAs, moves, asset: null },
    input,
    byContract: true,
  });
}

/** The organisation that goes with OTHER, null with anything else; BAD_USER_INPUT when the two do not go together. */
function otherReporter({ who, organisationId }: SaleReporterInput): string | null {
  if ((who === 'OTHER') === Boolean(organisationId)) return organisationId ?? null;
  throw new Refusal('BAD_USER_INPUT', 'With OTHER, and only then, the organisation that reports is named.', {
    field: 'reporter.organisationId',
    who,
  });
}
