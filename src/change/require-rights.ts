import { Refusal } from '../domain/error.js';
import { holdsRole } from '../ownership/holds-role.js';
import type { Verb } from '../platform/perform.js';
import type { SystemRow } from '../system/system.entity.js';
import type { Change } from './change.js';

/**
 * Nobody hands over certificate rights that it does not hold: they move when the organisation that asks holds them today, or staff
 * asks on behalf. With a change of the account holder they may also be said to be with an organisation, by its id, that holds them
 * already: then they stay. FORBIDDEN otherwise. An e-mail address is not looked up, so that nobody learns by it who holds them.
 */
export async function requireRights({ em, context }: Verb, system: SystemRow, change: Change): Promise<void> {
  const { actor } = context;
  const move = change.moves.find(each => each.role === 'REC_OWNER');
  if (!move || actor.kinds.has('STAFF')) return;
  const holders = [actor.organisationId];
  if (change.asset && 'organisationId' in move.to) holders.push(move.to.organisationId);
  for (const organisationId of holders) {
    if (await holdsRole(em, organisationId, system.id, ['REC_OWNER'], actor.on)) return;
  }
  throw new Refusal(
    'FORBIDDEN',
    'The certificate rights of this system are not held by your organisation: who holds them asks for their transfer.',
    { ptsId: system.ptsId, role: 'REC_OWNER' },
  );
}
