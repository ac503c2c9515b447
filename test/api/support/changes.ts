import type { Api, Payload } from './api.js';
import { type Answer, dataOf, type Json } from './ask.js';
import { appointHolders, type Holders, makeAsset, makeParty, makeSystem, type Party } from './world.js';

/** Parties that ask for changes, and those who decide on them. */
export interface ChangeWorld extends Holders {
  /** REC owner account whose organisation holds the GIS asset of the systems that `makeHeld` makes. */
  readonly aggregator: Party;
  readonly gisId: string;
  /** Reports by hand. */
  readonly other: Party;
  /** An approved DAS provider from 2024 on. */
  readonly provider: Party;
  /** All three kinds of account, and nothing to do with anything. */
  readonly stranger: Party;
  readonly regulator: Party;
}

/** Makes the parties, an asset of the aggregator from January 2024 on. */
export async function makeChangeWorld(api: Api): Promise<ChangeWorld> {
  const aggregator = await makeParty(api, 'Aggregator', ['REC_OWNER']);
  const provider = await makeParty(api, 'Data', ['SYSTEM_REPRESENTATIVE']);
  await api.does('approveDasProvider', {
    organisationId: provider.organisationId,
    approvedOn: '2024-01-01',
    reason: 'test',
  });
  return {
    aggregator,
    provider,
    gisId: (await makeAsset(api, aggregator)).gisId,
    owner: await makeParty(api, 'Oak House', ['SYSTEM_OWNER']),
    recOwner: await makeParty(api, 'Rights', ['REC_OWNER']),
    representative: await makeParty(api, 'Reader', ['SYSTEM_REPRESENTATIVE']),
    other: await makeParty(api, 'Another reader', ['SYSTEM_REPRESENTATIVE']),
    stranger: await makeParty(api, 'Stranger', ['SYSTEM_OWNER', 'REC_OWNER', 'SYSTEM_REPRESENTATIVE']),
    regulator: await makeParty(api, 'DOER', ['REGULATOR']),
  };
}

/** A system whose roles the world's holders hold, in the aggregator's asset; SREC I unless it is said to be plain. */
export async function makeHeld(
  api: Api,
  world: ChangeWorld,
  { capacityKw = '5', srec = true }: { readonly capacityKw?: string; readonly srec?: boolean } = {},
): Promise<string> {
  const ptsId = await makeSystem(api, capacityKw);
  await appointHolders(api, ptsId, world);
  await api.does('joinGisAsset', { ptsId, gisId: world.gisId, fromMonth: '2024-01', reason: 'test' });
  if (srec) await qualify(api, ptsId);
  return ptsId;
}

/** Grants an SREC I statement of qualification. */
export async function qualify(api: Api, ptsId: string): Promise<void> {
  const sqNumber = `PV-${ptsId.split('-').at(-1)}-16`;
  await api.does('grantQualification', {
    ptsId,
    sqNumber,
    program: 'SREC_I',
    effectiveOn: '2016-01-01',
    reason: 'test',
  });
}

/** A document of a party, named as a signed contract; put into the table as filing it would. */
export async function contractOf(api: Api, party: Pick<Party, 'organisationId'>) {
  const { rows } = await api.database.query<{ id: string }>(
    `insert into document (organisation_id, name, media_type, byte_length, sha256, content, created_at)
     values ($1, 'contract.pdf', 'application/pdf', octet_length($2::bytea), sha256($2::bytea), $2::bytea, now()) returning id`,
    [party.organisationId, Buffer.from('%PDF-1.4 signed')],
  );
  return { documentId: String(rows[0]?.id), purpose: 'SIGNED_CONTRACT' };
}

/** Code and facts of the one refusal of an answer; null when it was not refused. */
export function refusalOf<Data>({ errors }: Answer<Data>): readonly [string, Json | undefined] | null {
  const [first] = errors;
  return first ? [first.extensions.code, first.extensions.facts] : null;
}

/** Asks for something that must be taken: its payload. */
export async function asks(api: Api, party: Party, name: string, input: object): Promise<Payload> {
  const payload = dataOf(await api.mutate(party.token, name, input))[name];
  if (!payload) throw new Error(`${name} gave nothing`);
  return payload;
}

/** What becomes of an approval by staff: null, or its refusal. */
export async function approve(api: Api, requestId: Json | undefined) {
  return refusalOf(await api.mutate(api.staff, 'approveChange', { requestId, reason: 'in order' }));
}

/** What becomes of a verification by the regulator: null, or its refusal. */
export async function verify(api: Api, world: ChangeWorld, requestId: Json | undefined) {
  const input = { requestId, reason: 'as DOER has it' };
  return refusalOf(await api.mutate(world.regulator.token, 'verifyRecTransfer', input));
}

/** The state of a request, and the steps that it took. */
export async function stateOf(api: Api, requestId: Json | undefined) {
  const { rows } = await api.database.query<{ state: string; steps: string[] }>(
    `select state, array(select step from request_event where request_id = request.id order by sequence) as steps
     from request where id = $1`,
    [requestId],
  );
  return rows[0];
}

/** Who holds a role of a system from when until when, oldest first: `organisation id from until`. */
export async function rolesOf(api: Api, ptsId: string, role: string): Promise<string[]> {
  const { rows } = await api.database.query<{ held: string }>(
    `select concat_ws(' ', r.organisation_id, r.from_on, coalesce(r.until_on::text, 'on')) as held
     from system_role r join system s on s.id = r.system_id where s.pts_id = $1 and r.role = $2 order by r.from_on`,
    [ptsId, role],
  );
  return rows.map(row => row.held);
}

/** Whether a party sees a system on the day that the clock says. */
export async function sees(api: Api, party: Pick<Party, 'token'>, ptsId: string): Promise<boolean> {
  const { system } = dataOf(
    await api.ask(party.token, 'query ($id: ID!) { system(ptsId: $id) { ptsId } }', { id: ptsId }),
  );
  return system !== null;
}

/** As whom somebody reports: what becomes of its reading, its status or the code of its refusal. */
export async function reports(api: Api, party: Pick<Party, 'token'>, ptsId: string, readAt: string, valueKwh: string) {
  const input = { readings: [{ ptsId, readAt, valueKwh }] };
  const { outcomes } = dataOf(await api.mutate(party.token, 'submitReadings', input)).submitReadings ?? {};
  const [first] = outcomes as { [field: string]: Json }[];
  return first?.code ?? first?.status;
}

/** Enters a quarter as reported to the GIS, without reporting anything: its months are closed. */
export async function closeQuarter(api: Api, quarter: string): Promise<void> {
  await api.database.query(
    `insert into issuance_run (quarter, reported_at, reported_by, report_reason)
     values ($1, now(), (select min(id) from account), 'test')`,
    [quarter],
  );
}
