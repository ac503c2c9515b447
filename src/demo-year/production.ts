import type { Plant } from './plants.js';
import { paper, reason, type Stage } from './stage.js';

const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** When a month of 2017 is reported: in the afternoon of its last day, inside its window. */
function reportedAt(month: number): string {
  return `2017-${String(month).padStart(2, '0')}-${lastDays[month - 1]}T20:00:00Z`;
}

/** What the meter of a plant shows at the end of a month, in kWh. */
function valueAfter({ monthsKwh }: Plant, month: number): number {
  return monthsKwh.slice(0, month).reduce((sum, kwh) => sum + kwh, 0);
}

/** Everybody who reports submits the readings of a month, in its window. `misread` is what one plant's meter is read too high. */
export async function reportMonth(
  stage: Stage,
  plants: readonly Plant[],
  month: number,
  misread: ReadonlyMap<Plant, number> = new Map(),
): Promise<void> {
  const readAt = reportedAt(month);
  await stage.at(readAt);
  for (const desk of new Set(plants.map(({ reporter }) => reporter.desk))) {
    const own = plants.filter(({ reporter }) => reporter.desk === desk);
    const readings = own.map(plant => ({
      ...{ ptsId: plant.ptsId, readAt },
      valueKwh: String(valueAfter(plant, month) + (misread.get(plant) ?? 0)),
    }));
    const { accepted, outcomes } = await desk.act<{ accepted: number; outcomes: readonly { message: string }[] }>(
      'submitReadings',
      { readings },
      'accepted outcomes { code message }',
    );
    if (accepted !== own.length) throw new Error(outcomes.map(({ message }) => message).join(' '));
  }
}

/** Staff corrects the reading of a month to what the meter really showed, on a photograph of it. */
export async function correctMonth({ staff }: Stage, plant: Plant, month: number): Promise<void> {
  const correction = {
    ...{ ptsId: plant.ptsId, month: `2017-${String(month).padStart(2, '0')}`, readAt: reportedAt(month) },
    ...{ valueKwh: String(valueAfter(plant, month)), documentIds: [await paper(staff, 'photograph of the meter')] },
    reason: 'two digits were read in the wrong order',
  };
  await staff.act('correctReading', correction, 'correctionId settled { month how certificates adjustedMwh }');
}

/** A quarter is reported to the GIS on its upload date, issued on its mint date; then its trading period is opened. */
export async function issueQuarter(stage: Stage, quarter: string, uploadDate: string, mintDate: string): Promise<void> {
  await stage.at(`${uploadDate}T15:00:00Z`);
  await stage.staff.act('reportQuarter', { quarter, reason }, 'sha256');
  await stage.at(`${mintDate}T15:00:00Z`);
  await stage.staff.act('issueQuarter', { quarter, reason }, 'quarter');
  await stage.staff.act('openTradingPeriod', { quarter, reason }, 'executed');
}
