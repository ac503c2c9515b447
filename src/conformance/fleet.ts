import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';

/** Where the clock of every run begins: before the reporting window of April 2024. */
export const runBeginsAt = new Date('2024-04-20T16:00:00Z');

/** How far the clock of a run goes. */
export const runEndsAt = new Date('2025-04-20T16:00:00Z');

/** A reading that is on record before a run begins, or comes to be in it without the provider. */
export interface KnownBefore {
  readonly month: Month;
  readonly readAt: Date;
  readonly valueKwh: string;
}

/** A system of a run with its one meter. It is in no table of systems: everything that is known of it is computed from its number. */
export interface FleetMeter {
  readonly number: number;
  readonly ptsId: string;
  readonly capacityKw: string;
  readonly installedOn: LocalDate;
  readonly initialValueKwh: string;
  /** Month from which on the meter is of revenue grade. */
  readonly revenueGradeFrom: Month;
  readonly replacement: {
    readonly replacedAt: Date;
    readonly oldFinalKwh: string;
    readonly newInitialKwh: string;
  } | null;
  readonly before: readonly KnownBefore[];
  /** Month of which certificates were issued already. */
  readonly issued: Month | null;
  readonly note: string;
}

export const fleetMeterLabel = 'main';

/** Systems without anything special: enough for a bulk of 500. */
const plainSystems = 510;
/** All of them, with the four special ones at the end. */
export const fleetSize = plainSystems + 4;

/** Numbers of the systems that are special. */
export const special = {
  newMeter: plainSystems + 1,
  replaced: plainSystems + 2,
  issued: plainSystems + 3,
  display: plainSystems + 4,
} as const;

const april = '2024-04' as Month;
const march = '2024-03' as Month;

/** The system of a number, 1 to `fleetSize`, in a run. */
export function fleetMeter(runId: string, number: number): FleetMeter {
  const plain: FleetMeter = {
    number,
    ptsId: `SANDBOX-${runId}-${String(number).padStart(3, '0')}`,
    capacityKw: '10',
    installedOn: '2023-01-01' as LocalDate,
    initialValueKwh: '0',
    revenueGradeFrom: march,
    replacement: null,
    before: [{ month: march, readAt: new Date('2024-03-31T16:00:00Z'), valueKwh: String(1000 + number) }],
    issued: null,
    note: 'Nothing special.',
  };
  return { ...plain, ...peculiarities[number] };
}

const peculiarities: Readonly<Record<number, Partial<FleetMeter>>> = {
  [special.newMeter]: {
    installedOn: '2024-04-27' as LocalDate,
    before: [],
    note: 'Installed on April 27, 2024, at 0 kWh: nothing was read before.',
  },
  [special.replaced]: {
    before: [{ month: march, readAt: new Date('2024-03-31T16:00:00Z'), valueKwh: '90000' }],
    replacement: { replacedAt: new Date('2024-04-15T16:00:00Z'), oldFinalKwh: '90400', newInitialKwh: '0' },
    note: 'Its meter was replaced on April 15, 2024, at 90,400 kWh: the new one began at 0. Report what the new one shows.',
  },
  [special.issued]: {
    before: [
      { month: march, readAt: new Date('2024-03-31T16:00:00Z'), valueKwh: '2000' },
      { month: april, readAt: new Date('2024-04-26T16:00:00Z'), valueKwh: '2600' },
    ],
    issued: april,
    note: 'Its April 2024 is issued: no reading of that month is taken any more, one of May is.',
  },
  [special.display]: {
    revenueGradeFrom: '2024-05' as Month,
    note: 'Reads from the display of an inverter; staff sets up a meter of revenue grade before the reporting window of May 2024.',
  },
};

const shape = /^SANDBOX-(\d+)-(\d{3})$/;

/** The system of a run by PTS id and label of its meter; null when it is not of this run. */
export function findFleetMeter(runId: string, ptsId: string, meterLabel: string): FleetMeter | null {
  const [, run, digits] = shape.exec(ptsId) ?? [];
  const number = Number(digits);
  if (run !== runId || meterLabel !== fleetMeterLabel || !(number >= 1 && number <= fleetSize)) return null;
  return fleetMeter(runId, number);
}
