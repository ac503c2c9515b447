import type { WantedParty } from '../account/find-or-open-party.js';
import { shortened } from '../boundary/shortened.js';
import { longestName, textAtMost } from '../boundary/text-length.js';
import { Refusal } from '../domain/error.js';
import type { ChangePartyInput } from './change.input.js';

/** A party as it was given -> a party; BAD_USER_INPUT when it is neither an id alone, nor name, e-mail address and kind. */
export function partyOf(field: string, given: ChangePartyInput): WantedParty {
  const { organisationId, name, email, organisationKind } = given;
  if (organisationId && !name && !email && !organisationKind) return { organisationId };
  if (organisationId || !name?.trim() || !email || !organisationKind) {
    throw new Refusal('BAD_USER_INPUT', `\`${field}\` is an organisation's id alone, or name, e-mail and kind.`, {
      field,
      expected: 'organisationId, or name, email and organisationKind',
    });
  }
  if (!/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) || email.length > 254) {
    throw new Refusal('BAD_USER_INPUT', `"${shortened(email)}" is no e-mail address.`, {
      field: `${field}.email`,
      value: shortened(email),
    });
  }
  textAtMost(longestName, `${field}.name`, name);
  return { name: name.trim(), email, organisationKind };
}
