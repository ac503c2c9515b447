import type { Cast } from './cast.js';
import { type Party, reason, refusalOf, type Stage } from './stage.js';

/** The loads of 2017 in MWh by contract day. The percentages of the summary are those that the statement names. */
const loads = {
  supplierA: [{ contractedOn: '2017-01-01', salesMwh: '3000' }],
  supplierB: [
    { contractedOn: '2015-11-01', salesMwh: '1000' },
    { contractedOn: '2017-01-01', salesMwh: '500' },
  ],
} as const;

/** Staff registers the suppliers; they enter their loads. */
export async function registerSuppliers({ staff }: Stage, cast: Cast): Promise<void> {
  const { supplierA, supplierB, lightPlant } = cast;
  for (const [party, kind] of [
    [supplierA, 'COMPETITIVE'],
    [supplierB, 'COMPETITIVE'],
    [lightPlant, 'MUNICIPAL_LIGHT'],
  ] as const) {
    const supplier = { organisationId: party.organisationId, kind, sinceYear: 2017, reason };
    await staff.act('registerSupplier', supplier, 'organisationId');
  }
  for (const [party, own] of [
    [supplierA, loads.supplierA],
    [supplierB, loads.supplierB],
  ] as const) {
    const entered = { complianceYear: 2017, loads: own, evidence: 'settlement statement of 2017' };
    await party.desk.act('enterSupplierLoad', entered, 'entered');
  }
}

/** The suppliers file by July 1, the light plant is told that it need not; the regulator approves. Out: the code the plant was given. */
export async function file(stage: Stage, { supplierA, supplierB, lightPlant, regulator }: Cast): Promise<string> {
  await stage.at('2018-06-25T15:00:00Z');
  const filing = { complianceYear: 2017, useOrder: 'NEW_FIRST', reason };
  const submit = ({ desk }: Party) => desk.act<{ filingId: string }>('submitFiling', filing, 'filingId');
  const filed = [await submit(supplierA), await submit(supplierB)];
  const exempt = await refusalOf(submit(lightPlant));
  await stage.at('2018-07-05T15:00:00Z');
  for (const { filingId } of filed) {
    await regulator.desk.act('decideFiling', { filingId, approve: true, reason }, 'state');
  }
  return exempt;
}
