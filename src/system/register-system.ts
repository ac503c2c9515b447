import { decimalPlacesAtMost, wholeDigitsAtMost } from '../boundary/decimal-places.js';
import { decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { row, sql } from '../platform/sql.js';
import { ptsIdOf } from './pts-id.js';
import { SystemEntity } from './system.entity.js';
import type { RegisterSystemInput } from './system.input.js';

/** Checks what the types of a system to be registered cannot say: BAD_USER_INPUT names the field. */
export function checkSystem(input: RegisterSystemInput): void {
  if (!input.capacityKw.isPositive() || input.capacityKw.isZero()) {
    throw new Refusal('BAD_USER_INPUT', 'Nameplate capacity is above zero.', {
      field: 'capacityKw',
      value: decimalText(input.capacityKw),
    });
  }
  wholeDigitsAtMost(9, 'capacityKw', input.capacityKw);
  decimalPlacesAtMost(3, 'capacityKw', input.capacityKw);
  if (input.estimatedAnnualKwh) {
    wholeDigitsAtMost(12, 'estimatedAnnualKwh', input.estimatedAnnualKwh);
    decimalPlacesAtMost(3, 'estimatedAnnualKwh', input.estimatedAnnualKwh);
  }
  if (input.zip && !/^\d{5}$/.test(input.zip)) {
    throw new Refusal('BAD_USER_INPUT', 'A ZIP code has five digits.', { field: 'zip', value: input.zip });
  }
}

/** Registers a system and gives it its PTS id. */
export async function registerSystem({ em, context, now }: Verb, input: RegisterSystemInput) {
  checkSystem(input);
  const { id } = await row<{ id: string }>(em, sql`select nextval('system_id_seq')::text as id`);
  const ptsId = ptsIdOf(id, input.technology, input.commercialOperationOn ?? null);
  const system = em.create(SystemEntity, {
    id,
    ptsId,
    name: input.name,
    technology: input.technology,
    capacityKw: decimalText(input.capacityKw),
    facilityType: input.facilityType ?? null,
    streetAddress: input.streetAddress ?? null,
    town: input.town,
    state: input.state,
    zip: input.zip ?? null,
    utility: input.utility ?? null,
    installer: input.installer ?? null,
    commercialOperationOn: input.commercialOperationOn ?? null,
    massachusettsFunded: input.massachusettsFunded,
    estimatedAnnualKwh: input.estimatedAnnualKwh ? decimalText(input.estimatedAnnualKwh) : null,
    createdAt: now,
    createdBy: context.actor.accountId,
  });
  await em.persist(system).flush();
  return { systemId: id, ptsId };
}
