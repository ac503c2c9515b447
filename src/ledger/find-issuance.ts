import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { formatSerialNumber, formatSerialRange, parseSerialNumber } from '../domain/serial-range.js';
import { GisAssetEntity } from '../gis/gis.entity.js';
import { maybeRow, sql, where } from '../platform/sql.js';
import type { CertificateState } from './certificate.entity.js';
import { IssuanceEntity, type IssuanceRow } from './issuance.entity.js';
import { issuanceIsVisible } from './scope.js';
import { holdingsAsSeen } from './seen-holdings.js';

/** The issuance of an asset, programme and month as it stands, if the actor may see it. */
export async function findIssuance(
  em: EntityManager,
  actor: Actor,
  gisId: string,
  program: Program,
  month: Month,
): Promise<IssuanceRow | null> {
  const asset = await em.findOne(GisAssetEntity, { gisId });
  if (!asset) return null;
  return em.findOne(
    IssuanceEntity,
    { $and: [{ assetId: asset.id, program, month }, where(alias => issuanceIsVisible(actor, alias))] },
    { orderBy: { revision: 'desc' } },
  );
}

/** A certificate with the issuance that it comes from. */
export interface ExplainedCertificate {
  readonly serialNumber: string;
  readonly state: CertificateState;
  readonly range: string;
  readonly issuance: IssuanceRow;
}

/** `4086133 - 24` -> where that certificate is and the issuance it comes from, if the actor may see it. */
export async function explainCertificate(
  em: EntityManager,
  actor: Actor,
  serialNumber: string,
): Promise<ExplainedCertificate | null> {
  const { batchId, serial } = parseSerialNumber(serialNumber);
  const holding = await maybeRow<{ issuanceId: string; first: number; last: number; state: CertificateState }>(
    em,
    sql`select b.issuance_id as "issuanceId", h.first_serial as first, h.last_serial as last, h.state
        from certificate_batch b
        cross join lateral ${holdingsAsSeen(actor, 'b')} h
        where b.id = ${batchId}::bigint and ${serial}::int between h.first_serial and h.last_serial`,
  );
  if (!holding) return null;
  const issuance = await em.findOne(IssuanceEntity, {
    $and: [{ id: holding.issuanceId }, where(alias => issuanceIsVisible(actor, alias))],
  });
  return (
    issuance && {
      serialNumber: formatSerialNumber({ batchId, serial }),
      state: holding.state,
      range: formatSerialRange({ batchId, first: holding.first, last: holding.last }),
      issuance,
    }
  );
}
