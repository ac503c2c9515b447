import { refusedAs } from '../client/api-client.js';
import type { Desk } from './desk.js';
import { openOffice } from './desk.js';

/** A party with one account, and a GIS account if it holds certificates. */
export interface Party {
  readonly name: string;
  readonly organisationId: string;
  readonly desk: Desk;
  readonly gisAccountId: string;
}

/** A kind of organisation, as the API names it. */
export type Nature = 'PERSON' | 'COMPANY' | 'PUBLIC_BODY';

/** Where the year is played: the desks of staff and of whoever comes without a credential, and the clock of the sandbox. */
export interface Stage {
  readonly staff: Desk;
  readonly anybody: Desk;
  /** Moves the clock on to an instant. */
  at(instant: string): Promise<void>;
  /** Staff makes a credential for an account; out: its desk. */
  deskOf(accountId: string, label: string): Promise<Desk>;
  /** Staff enters an organisation with one account of some kinds. */
  enter(name: string, nature: Nature, kinds: readonly string[]): Promise<Party>;
  /** Staff opens a GIS account for a party. */
  withGisAccount(party: Party): Promise<Party>;
}

/** Why everything in this year is done, as every act that takes a reason says. */
export const reason = 'demo year';

/** Opens the stage at the API of a server, with the credential of staff. */
export function openStage(url: string, staffSecret: string): Stage {
  const deskFor = openOffice(url);
  const staff = deskFor(staffSecret);
  const deskOf = async (accountId: string, label: string) => {
    const { secret } = await staff.act<{ secret: string }>('createApiCredential', { accountId, label }, 'secret');
    return deskFor(secret);
  };
  return {
    staff,
    anybody: deskFor(null),
    deskOf,
    async at(instant) {
      await staff.act('setClock', { at: instant }, 'now');
    },
    async enter(name, kind, kinds) {
      const { organisationId } = await staff.act<{ organisationId: string }>(
        'createOrganisation',
        { kind, name, synthetic: true },
        'organisationId',
      );
      const account = { organisationId, name, kinds };
      const { accountId } = await staff.act<{ accountId: string }>('createAccount', account, 'accountId');
      return { name, organisationId, desk: await deskOf(accountId, name), gisAccountId: '' };
    },
    async withGisAccount(party) {
      const account = { organisationId: party.organisationId, name: party.name };
      const made = await staff.act<{ gisAccountId: string }>('createGisAccount', account, 'gisAccountId');
      return { ...party, gisAccountId: made.gisAccountId };
    },
  };
}

/** The code of the refusal that an act is expected to end in; it is an error if it is not refused. */
export async function refusalOf(act: Promise<unknown>): Promise<string> {
  const code = await act.then(
    () => null,
    (error: unknown) => refusedAs(error) ?? Promise.reject(error),
  );
  if (code === null) throw new Error('The demo year expected a refusal, and there was none.');
  return code;
}

/** Files a paper of a party as a document; out: its id. */
export async function paper(desk: Desk, words: string): Promise<string> {
  const contentBase64 = Buffer.from(`%PDF-1.4\n% ${words}\n%%EOF\n`).toString('base64');
  const file = { name: `${words}.pdf`, mediaType: 'application/pdf', contentBase64 };
  return (await desk.act<{ documentId: string }>('fileDocument', file, 'documentId')).documentId;
}
