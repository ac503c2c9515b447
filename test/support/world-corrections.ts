import { fileDocument } from '../../src/document/file-document.js';
import { Decimal } from '../../src/domain/decimal.js';
import type { LocalDate } from '../../src/domain/local-date.js';
import type { Month } from '../../src/domain/month.js';
import type { Quarter } from '../../src/domain/quarter.js';
import { correctReading } from '../../src/ledger/correct-reading.js';
import { dismissProduction } from '../../src/ledger/dismiss-production.js';
import { issueQuarter } from '../../src/ledger/issue-quarter.js';
import { releaseProduction } from '../../src/ledger/release-production.js';
import { reportQuarter } from '../../src/ledger/report-quarter.js';
import { setUpMeter } from '../../src/metering/set-up-meter.js';
import { submitReadings } from '../../src/metering/submit-readings.js';
import type { World } from './world.js';
import type { SystemName } from './world-data.js';

const reason = 'misread';

/** Staff files what stands behind corrections; gives the id of the document. */
export async function fileEvidence(world: World, at: string): Promise<string> {
  const { documentId } = await world.act('operator', at, verb =>
    fileDocument(verb, {
      name: 'photograph.pdf',
      mediaType: 'application/pdf',
      contentBase64: Buffer.from('%PDF-1.4 the meter').toString('base64'),
    }),
  );
  return documentId;
}

/** What staff does in a world, upon one document that is filed first. */
export async function staffOf(world: World, filedAt = '2017-07-02T12:00:00Z') {
  const documentIds = [await fileEvidence(world, filedAt)];
  const decision = (system: SystemName, month: string, readingId: string | null = null) => ({
    ptsId: world.ptsIds[system],
    month: month as Month,
    readingId,
    documentIds,
    reason,
  });
  return {
    documentIds,
    correct: (
      at: string,
      system: SystemName,
      month: string,
      valueKwh: string,
      more: { readonly readAt?: string; readonly label?: string; readonly reason?: string } = {},
    ) =>
      world.act('operator', at, verb =>
        correctReading(verb, {
          ptsId: world.ptsIds[system],
          label: more.label ?? 'main',
          month: month as Month,
          readAt: more.readAt ? new Date(more.readAt) : null,
          valueKwh: new Decimal(valueKwh),
          documentIds,
          reason: more.reason ?? reason,
        }),
      ),
    release: (at: string, system: SystemName, month: string, readingId: string | null = null) =>
      world.act('operator', at, verb => releaseProduction(verb, decision(system, month, readingId))),
    dismiss: (at: string, system: SystemName, month: string, readingId: string | null = null) =>
      world.act('operator', at, verb => dismissProduction(verb, decision(system, month, readingId))),
    report: (at: string, quarter: string) =>
      world.act('operator', at, verb =>
        reportQuarter(verb, { quarter: quarter as Quarter, reason: 'reported', dryRun: false }),
      ),
    issue: (at: string, quarter: string) =>
      world.act('operator', at, verb =>
        issueQuarter(verb, { quarter: quarter as Quarter, reason: 'issued', dryRun: false }),
      ),
  };
}

/**
 * The mill's readings of July (its certificates are no longer untouched: a debit, against the next issuance; August is untouched: rolled
 * back and issued anew) and of November (untouched, with December). A second meter of the field comes late, with shares of November
 * (released: a credit) and December (dismissed). Then 2018-Q1 is reported, not yet issued, with what waited; at last the mill's July is
 * corrected again: a debit that waits.
 */
export async function correctWorld(world: World): Promise<void> {
  const at = '2018-06-01T12:00:00Z';
  const staff = await staffOf(world, at);
  await world.act('operator', '2018-01-21T12:00:00Z', verb =>
    setUpMeter(verb, {
      ptsId: world.ptsIds.field,
      label: 'late',
      accuracyPercent: new Decimal('0.5'),
      initialValueKwh: new Decimal(0),
      installedOn: '2017-11-10' as LocalDate,
    }),
  );
  const readAt = '2018-01-31T16:00:00Z';
  const readings = [
    world.reading('mill', readAt, '195700.25'),
    world.reading('field', readAt, '1285000.75'),
    { ...world.reading('field', readAt, '9200'), meterLabel: 'late' },
  ];
  const { accepted } = await world.act('dasProvider', '2018-01-31T17:00:00Z', verb =>
    submitReadings(verb, { readings }),
  );
  if (accepted !== readings.length) throw new Error('not all accepted');
  await staff.correct(at, 'mill', '2017-07', '45000');
  await staff.correct(at, 'mill', '2017-11', '160000.5');
  await staff.release(at, 'field', '2017-11');
  await staff.dismiss(at, 'field', '2017-12');
  await staff.report('2018-07-12T12:00:00Z', '2018-Q1');
  await staff.correct('2018-07-13T12:00:00Z', 'mill', '2017-07', '44000');
}
