import type { Api } from '../../api/support/api.js';
import { makeParty, type Party, setClock } from '../../api/support/world.js';

/** Many systems that one DAS provider represents, of 5 kW, each with a meter `main` installed on April 1, 2024. */
export interface Fleet {
  readonly provider: Party;
  /** PTS ids, oldest first. */
  readonly ptsIds: readonly string[];
}

/** When the fleet reads its meters: inside the window of April, which is open. */
export const readAt = '2024-04-28T14:00:00Z';

/** Makes a fleet; the clock stands at April 28, 2024 afterwards. */
export async function makeFleet(api: Api, size: number): Promise<Fleet> {
  await setClock(api, '2024-04-28T15:00:00Z');
  const provider = await makeParty(api, 'Fleet Data', ['SYSTEM_REPRESENTATIVE']);
  await api.does('approveDasProvider', {
    organisationId: provider.organisationId,
    approvedOn: '2023-12-01',
    reason: 'test',
  });
  const { rows } = await api.database.query<{ pts_id: string }>(
    `with made as (
       insert into system (pts_id, name, technology, capacity_kw, town, created_at)
       select 'PTS-PV2024-' || n, 'Fleet ' || n, 'SOLAR_PV', 5, 'Salem', now() from generate_series(100001, 100000 + $1::int) n
       returning id, pts_id),
     metered as (
       insert into meter (system_id, label, accuracy_percent, initial_value_kwh, installed_on, created_at)
       select id, 'main', 0.5, 0, '2024-04-01', now() from made),
     held as (
       insert into system_role (system_id, role, organisation_id, from_on, evidence, reason, created_at)
       select id, 'SYSTEM_REPRESENTATIVE', $2, '2024-01-01', 'contract', 'test', now() from made)
     select pts_id from made order by id`,
    [size, provider.organisationId],
  );
  await api.database.query('analyze system, meter, system_role');
  return { provider, ptsIds: rows.map(row => row.pts_id) };
}

/** A CSV of one reading each. */
export function csvOf(ptsIds: readonly string[], valueKwh = '100', at = readAt): string {
  return `key,ptsId,readAt,valueKwh\n${ptsIds.map((ptsId, row) => `k${row},${ptsId},${at},${valueKwh}\n`).join('')}`;
}

/** How many readings are in force, and how many were ever stored, of some systems. */
export async function readingsOf(api: Api, ptsIds: readonly string[]): Promise<{ inForce: number; stored: number }> {
  const { rows } = await api.database.query<{ inForce: number; stored: number }>(
    `select count(*) filter (where superseded_at is null)::int as "inForce", count(*)::int as stored
     from reading r join system s on s.id = r.system_id where s.pts_id = any($1)`,
    [ptsIds],
  );
  return rows[0] ?? { inForce: 0, stored: 0 };
}
