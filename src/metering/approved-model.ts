import type { EntityManager } from '@mikro-orm/postgresql';
import { type Decimal, decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import { MeterModelEntity, type MeterModelRow } from './meter-model.entity.js';

/**
 * The model of a device that is installed on a day. NOT_FOUND when there is none of this id, BAD_USER_INPUT when it was not approved
 * on that day, or an accuracy is stated that is not the model's.
 */
export async function approvedModel(
  em: EntityManager,
  id: string,
  { installedOn, accuracyPercent }: { readonly installedOn: LocalDate; readonly accuracyPercent?: Decimal | null },
): Promise<MeterModelRow> {
  const model = await em.findOne(MeterModelEntity, id);
  if (!model) throw new Refusal('NOT_FOUND', `There is no model ${id}.`, { meterModelId: id });
  const { approvedOn, revokedOn } = model;
  if (installedOn < approvedOn || (revokedOn && installedOn >= revokedOn)) {
    throw new Refusal('BAD_USER_INPUT', `${model.manufacturer} ${model.model} was not approved on ${installedOn}.`, {
      field: 'meterModelId',
      value: id,
      approvedOn,
      revokedOn: revokedOn ?? null,
    });
  }
  if (accuracyPercent && !accuracyPercent.eq(model.accuracyPercent)) {
    throw new Refusal('BAD_USER_INPUT', `The accuracy of this model is ${model.accuracyPercent} percent.`, {
      field: 'accuracyPercent',
      value: decimalText(accuracyPercent),
      expected: model.accuracyPercent,
    });
  }
  return model;
}
