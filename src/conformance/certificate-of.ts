import type { Context } from '../boundary/context.js';
import { loadOne } from '../boundary/loader.js';
import { localDateOf } from '../domain/time-zone.js';
import { ConformanceCertificateEntity, type ConformanceCertificateRow } from './conformance.entity.js';

/** The conformance certificate of an organisation that is valid today and the longest; null when there is none. */
export function certificateOf(context: Context, organisationId: string): Promise<ConformanceCertificateRow | null> {
  const today = localDateOf(context.now);
  return loadOne(
    context,
    'valid conformance certificate of an organisation',
    organisationId,
    ids =>
      context.em.find(
        ConformanceCertificateEntity,
        { organisationId: { $in: [...ids] }, issuedOn: { $lte: today }, validUntil: { $gt: today } },
        { orderBy: { validUntil: 'asc', id: 'asc' } },
      ),
    certificate => certificate.organisationId,
  );
}

/** What staff is told of an organisation without a valid certificate; null: it has one. */
export async function conformanceWarning(context: Context, organisationId: string): Promise<string | null> {
  if (await certificateOf(context, organisationId)) return null;
  return 'The organisation holds no conformance certificate that is valid today: say in the reason why it is approved without one.';
}
