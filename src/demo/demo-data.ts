import type { OrganisationKind } from '../account/organisation.entity.js';
import type { AccountKind } from '../domain/account-kind.js';
import { Decimal, decimalText } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Program } from '../domain/program.js';
import type { MarketSector } from '../domain/rules/srec-factors.js';
import type { SystemRoleName } from '../ownership/system-role.entity.js';
import type { Technology } from '../system/technology.js';

/** The parties of the demonstration. All of it is made up. */
export const demoParties = {
  owner: {
    kind: 'PERSON',
    organisation: 'Ada Marsh',
    account: 'Ada Marsh',
    kinds: ['SYSTEM_OWNER', 'SYSTEM_REPRESENTATIVE'],
  },
  school: {
    kind: 'PUBLIC_BODY',
    organisation: 'Town of Quabbin Falls',
    account: 'Facilities office',
    kinds: ['SYSTEM_OWNER'],
  },
  aggregator: {
    kind: 'COMPANY',
    organisation: 'Bay State Aggregation',
    account: 'Portfolio desk',
    kinds: ['REC_OWNER'],
  },
  das: {
    kind: 'COMPANY',
    organisation: 'Meterlight DAS',
    account: 'Reporting service',
    kinds: ['SYSTEM_REPRESENTATIVE'],
  },
  neighbours: {
    kind: 'COMPANY',
    organisation: 'Pelham Solar Neighbours',
    account: 'Meter reader',
    kinds: ['SYSTEM_OWNER', 'SYSTEM_REPRESENTATIVE'],
  },
  staff: { kind: 'PUBLIC_BODY', organisation: 'MassCEC (demonstration)', account: 'PTS staff', kinds: ['STAFF'] },
  regulator: { kind: 'PUBLIC_BODY', organisation: 'DOER (demonstration)', account: 'RPS desk', kinds: ['REGULATOR'] },
} as const satisfies Record<
  string,
  { kind: OrganisationKind; organisation: string; account: string; kinds: readonly AccountKind[] }
>;
export type DemoParty = keyof typeof demoParties;

/** A system of the demonstration: where, how large, whose, what it is worth, and its meter values at the ends of months. */
export interface DemoSystem {
  readonly name: string;
  readonly technology: Technology;
  readonly capacityKw: string;
  readonly facilityType: string;
  readonly town: string;
  readonly zip: string;
  readonly operationOn: string;
  readonly roles: Readonly<Record<SystemRoleName, DemoParty>>;
  readonly gisId: string | null;
  readonly qualification: {
    readonly program: Program;
    readonly sqNumber: string;
    readonly marketSector: MarketSector | null;
    readonly srecFactor: string;
  } | null;
  /** Cumulative kWh: at installation, then as read in the windows of April to September 2018. */
  readonly valuesKwh: readonly [initial: string, ...read: string[]];
}

const aggregated = { REC_OWNER: 'aggregator', SYSTEM_REPRESENTATIVE: 'das' } as const;

export const demoSystems: readonly DemoSystem[] = [
  {
    name: 'Marsh residence',
    technology: 'SOLAR_PV',
    capacityKw: '7.2',
    facilityType: 'Residential (3 or fewer dwelling units per building)',
    town: 'Amherst',
    zip: '01002',
    operationOn: '2016-05-12',
    roles: { SYSTEM_OWNER: 'owner', REC_OWNER: 'aggregator', SYSTEM_REPRESENTATIVE: 'owner' },
    gisId: 'NON900001',
    qualification: { program: 'SREC_II', sqNumber: 'DEMO-0001-16', marketSector: 'A', srecFactor: '1' },
    valuesKwh: ['18674.75', '19575', '20535.4', '21480.5', '22391.7', '23236.4', '23911.9'],
  },
  {
    name: 'Quabbin Falls school roof',
    technology: 'SOLAR_PV',
    capacityKw: '48.6',
    facilityType: 'School (K-12)',
    town: 'Belchertown',
    zip: '01007',
    operationOn: '2015-10-01',
    roles: { SYSTEM_OWNER: 'school', ...aggregated },
    gisId: 'NON900002',
    qualification: { program: 'SREC_II', sqNumber: 'DEMO-0002-15', marketSector: 'B', srecFactor: '0.9' },
    valuesKwh: ['133868.75', '139629.25', '146009.5', '152300', '158449.36', '164139.8', '168702.25'],
  },
  {
    name: 'Quabbin Falls landfill',
    technology: 'SOLAR_PV',
    capacityKw: '620',
    facilityType: 'Municipal / Government / Public',
    town: 'Ware',
    zip: '01082',
    operationOn: '2014-11-20',
    roles: { SYSTEM_OWNER: 'school', ...aggregated },
    gisId: 'NON900002',
    qualification: { program: 'SREC_II', sqNumber: 'DEMO-0003-14', marketSector: 'C', srecFactor: '0.8' },
    valuesKwh: ['2174928.5', '2248879', '2330379.25', '2410500', '2488940.5', '2561500.25', '2619730.125'],
  },
  {
    name: 'Quabbin Falls wind turbine',
    technology: 'WIND',
    capacityKw: '100',
    facilityType: 'Municipal / Government / Public',
    town: 'Ware',
    zip: '01082',
    operationOn: '2012-03-01',
    roles: { SYSTEM_OWNER: 'school', REC_OWNER: 'school', SYSTEM_REPRESENTATIVE: 'das' },
    gisId: null,
    qualification: null,
    valuesKwh: ['846150', '858950', '870300', '880200', '889100', '898950', '911020'],
  },
  ...(
    [
      ['Pelham', '01002', '5.1'],
      ['Pelham', '01002', '6.4'],
      ['Pelham', '01002', '4.8'],
      ['Pelham', '01002', '7.7'],
      ['Pelham', '01002', '5.9'],
      ['Pelham', '01002', '8.2'],
      ['Amherst', '01002', '6'],
    ] as const
  ).map(([town, zip, capacityKw], index) => home(index + 1, town, zip, capacityKw)),
];

/**
 * A home whose production is counted and certified by nobody. With six of one town, and five systems elsewhere, the public sums of the town
 * and of the state are those of at least five systems (`domain/rules/publication`), so something is published.
 */
function home(number: number, town: string, zip: string, capacityKw: string): DemoSystem {
  const yieldsKwhPerKw = [0, 108.5, 121.25, 118, 120.5, 112.75, 90.25];
  const ofHome = new Decimal(1000 * number);
  const valuesKwh = yieldsKwhPerKw.map((_, month) =>
    decimalText(
      yieldsKwhPerKw
        .slice(0, month + 1)
        .reduce((sum, kwh) => sum.plus(new Decimal(kwh).times(capacityKw)), ofHome)
        .toDecimalPlaces(1),
    ),
  );
  return {
    name: `Neighbour ${number}`,
    technology: 'SOLAR_PV',
    capacityKw,
    facilityType: 'Residential (3 or fewer dwelling units per building)',
    town,
    zip,
    operationOn: `2017-0${number}-15`,
    roles: { SYSTEM_OWNER: 'neighbours', REC_OWNER: 'neighbours', SYSTEM_REPRESENTATIVE: 'neighbours' },
    gisId: null,
    qualification: null,
    valuesKwh: [valuesKwh[0] ?? '', ...valuesKwh.slice(1)],
  };
}

/** When the readings were taken and submitted: inside the windows of April to September 2018. */
export const demoReadingInstants = ['04-30', '05-31', '06-30', '07-31', '08-31', '09-30'].map(
  day => `2018-${day}T16:00:00Z`,
);

/** The meters were set up on the last day of March. */
export const demoMetersInstalledOn = '2018-03-31' as LocalDate;

/** The instant at which the demonstration begins: the window of October 2018 is open, its second quarter is due to be issued. */
export const demoBeginsAt = new Date('2018-10-28T14:00:00Z');
