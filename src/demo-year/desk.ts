import { type Ask, askAs } from '../client/api-client.js';

/** What a mutation or query answers, field by field. */
export type Answer = Readonly<Record<string, unknown>>;

/** The desk of one account: it asks and acts with the credential of that account alone. */
export interface Desk {
  /** Answers a query. */
  ask<T>(document: string, variables?: object): Promise<T>;
  /** Does a mutation by its name; out: the fields asked for. What is refused is thrown. */
  act<T extends Answer = Answer>(mutation: string, input: object, fields: string): Promise<T>;
}

/** Mutations whose input is not named after them. */
const inputs: Readonly<Record<string, string>> = {
  reportQuarter: 'QuarterInput',
  issueQuarter: 'QuarterInput',
  acceptTransfer: 'TransferDecisionInput',
  rejectTransfer: 'TransferDecisionInput',
  acceptStandingTransfer: 'StandingTransferDecisionInput',
};

/** Opens desks at an API. Each act of a year has a key of its own: where it stands in the year. */
export function openOffice(url: string): (secret: string | null) => Desk {
  let acts = 0;
  return secret => {
    const api: Ask = askAs(url, secret);
    return {
      ask: (document, variables = {}) => api(document, variables),
      async act<T extends Answer>(mutation: string, input: object, fields: string): Promise<T> {
        acts += 1;
        const type = inputs[mutation] ?? `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
        const document = `mutation DemoYear($input: ${type}!, $key: String!) {
          ${mutation}(input: $input, idempotencyKey: $key) { ${fields} } }`;
        const answer = await api<Record<string, T>>(document, { input, key: `demo year, act ${acts}` });
        const outcome = answer[mutation];
        if (!outcome) throw new Error(`${mutation} answered nothing`);
        return outcome;
      },
    };
  };
}
