import type { Context } from '../boundary/context.js';
import { loadOne } from '../boundary/loader.js';
import { AccountEntity, type AccountRow } from './account.entity.js';

const byId = 'account by id';

/** An account by id, batched. A row that refers to one that does not exist is a defect, not a refusal. */
export async function loadAccount(context: Context, id: string): Promise<AccountRow> {
  const found = await loadOne(
    context,
    byId,
    id,
    ids => context.em.find(AccountEntity, { id: { $in: [...ids] } }),
    account => account.id,
  );
  if (!found) throw new Error(`account ${id} is missing`);
  return found;
}
