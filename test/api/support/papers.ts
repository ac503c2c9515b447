import type { Api } from './api.js';
import type { Party } from './world.js';

/** A small PDF whose content is told apart by a word. */
export function pdf(word = 'contract'): Buffer {
  return Buffer.from(`%PDF-1.4\n% ${word}\n%%EOF\n`);
}

/** What files a content as a document. */
export function fileOf(content: Uint8Array, mediaType = 'application/pdf', name = 'contract.pdf') {
  return { name, mediaType, contentBase64: Buffer.from(content).toString('base64') };
}

/** Files a document of a party: its id. */
export async function fileFor(api: Api, party: Party, word?: string): Promise<string> {
  const { documentId } = await api.does('fileDocument', fileOf(pdf(word)), party.token);
  return String(documentId);
}

/** An application of somebody for an account and a system. */
export function application(email: string, others: object = {}) {
  return {
    applicant: { name: 'Ada Miller', email, organisationKind: 'PERSON' },
    accountKinds: ['SYSTEM_OWNER', 'REC_OWNER'],
    system: {
      name: 'Miller roof',
      technology: 'SOLAR_PV',
      capacityKw: '7.250',
      town: 'Lowell',
      zip: '01850',
      streetAddress: '3 Mill Street',
      commercialOperationOn: '2016-05-01',
      estimatedAnnualKwh: '8700.5',
    },
    ownedFromOn: '2016-05-01',
    ...others,
  };
}
