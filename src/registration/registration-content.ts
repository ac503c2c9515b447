import type { OrganisationKind } from '../account/organisation.entity.js';
import type { PartyKind } from '../domain/account-kind.js';
import { parseDecimal } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import type { RequestRow } from '../request/request.entity.js';
import type { RegisterSystemInput } from '../system/system.input.js';

/** A system as it is kept until it is registered: exact numbers as text. */
export type AskedSystem = Omit<RegisterSystemInput, 'capacityKw' | 'estimatedAnnualKwh'> & {
  readonly capacityKw: string;
  readonly estimatedAnnualKwh: string | null;
};

/** What an application for registration asks for, as it is kept with the request: plain JSON. */
export type RegistrationContent = {
  readonly applicantName: string;
  readonly email: string;
  readonly organisationKind: OrganisationKind;
  readonly organisationName: string | null;
  readonly accountKinds: readonly PartyKind[];
  readonly system: AskedSystem | null;
  readonly ownedFromOn: LocalDate | null;
};

/** The content of a request of kind REGISTRATION; null when it was forgotten, as a person may ask. */
export function registrationOf(request: RequestRow): RegistrationContent | null {
  const content = request.content as Partial<RegistrationContent>;
  return content.email === undefined ? null : (content as RegistrationContent);
}

/** A system as it is kept -> as it is registered. */
export function systemOf(asked: AskedSystem): RegisterSystemInput {
  const { estimatedAnnualKwh } = asked;
  return {
    ...asked,
    capacityKw: parseDecimal(asked.capacityKw),
    estimatedAnnualKwh: estimatedAnnualKwh === null ? null : parseDecimal(estimatedAnnualKwh),
  };
}
