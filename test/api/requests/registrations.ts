import type { Api } from '../support/api.js';
import { type Answer, dataOf, type Json } from '../support/ask.js';
import type { Party } from '../support/world.js';

type Told = { [field: string]: Json };

/** The codes with which an answer was refused; none when it was not. */
export const codesOf = ({ errors }: Answer<unknown>) => errors.map(error => error.extensions.code);

/** What tests of registration do again and again. */
export function registrationsOf(api: Api, staff: Party) {
  const apply = async (input: object, token: string | null = null) => {
    const payload = dataOf(await api.mutate(token, 'applyForRegistration', input)).applyForRegistration;
    return { requestId: String(payload?.requestId), receipt: String(payload?.receipt), state: payload?.state };
  };
  const statusOf = async (receipt: string) =>
    dataOf(
      await api.ask(
        null,
        'query ($receipt: String!) { registrationStatus(receipt: $receipt) { state submittedAt decidedAt reason } }',
        { receipt },
      ),
    ).registrationStatus;
  const approve = (requestId: string, token = staff.token) =>
    api.mutate(token, 'approveRegistration', { requestId, reason: 'complete' });
  const requestAs = async (token: string, id: string) =>
    dataOf(
      await api.ask<{ request: Told | null }>(
        token,
        `{ request(id: "${id}") { kind state organisation { name } system { ptsId } evidence { document { name } }
          events { sequence step reason accountName organisation { name } }
          registration { applicantName email organisationKind organisationName accountKinds ownedFromOn
            system { name technology capacityKw town state zip streetAddress commercialOperationOn massachusettsFunded estimatedAnnualKwh } } } }`,
      ),
    ).request;
  const queue = async (token: string) =>
    dataOf(
      await api.ask<{ requests: { edges: { node: { id: string } }[] } }>(
        token,
        '{ requests(filter: { kinds: [REGISTRATION], states: [SUBMITTED] }) { edges { node { id } } } }',
      ),
    ).requests.edges.map(edge => edge.node.id);
  const countOf = async (table: string) =>
    Number((await api.database.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);
  return { apply, statusOf, approve, requestAs, queue, countOf };
}
