import { Decimal } from '../../src/domain/decimal.js';
import { eligibleKwh } from '../../src/domain/eligible-production.js';
import { type LocalDate, parseLocalDate } from '../../src/domain/local-date.js';
import type { UnitType } from '../../src/domain/market-sector.js';
import { parseMonth } from '../../src/domain/month.js';
import { parseQuarter } from '../../src/domain/quarter.js';
import type { Extension } from '../../src/domain/rules/srec-factors.js';
import { factorProposal } from '../../src/domain/srec-factor.js';
import { srecIEligibility } from '../../src/domain/srec-i-eligibility.js';

function proposed(completedOn: string | null, extension: Extension, unitType: 'BUILDING_MOUNTED' | 'SOLAR_CANOPY') {
  const proposal = factorProposal({
    capacityKw: new Decimal(500),
    unitType,
    onSiteShare: null,
    interconnectedOn: null,
    mechanicallyCompleteOn: completedOn as LocalDate | null,
    extension,
  });
  return [proposal.status, proposal.factor?.toFixed() ?? null, proposal.assumed?.factor.toFixed() ?? null];
}

test.each([
  ['half spent, canopy', '2017-03-01', 'CONSTRUCTION_HALF_SPENT', 'SOLAR_CANOPY', ['PROPOSED', '0.8', null]],
  [
    'half spent, roof: the figure is only inferred',
    '2017-03-01',
    'CONSTRUCTION_HALF_SPENT',
    'BUILDING_MOUNTED',
    ['UNKNOWN', null, '0.7'],
  ],
  ['half spent, too late', '2017-05-09', 'CONSTRUCTION_HALF_SPENT', 'SOLAR_CANOPY', ['UNKNOWN', null, null]],
  ['no extension, too late', '2017-01-09', 'NONE', 'SOLAR_CANOPY', ['UNKNOWN', null, null]],
  ['no date at all', null, 'NONE', 'SOLAR_CANOPY', ['UNKNOWN', null, null]],
] as const)('a factor that is not verified is never proposed: %s', (_, on, extension, type, expected) => {
  expect(proposed(on, extension, type)).toEqual(expected);
});

test.each<[string, string, UnitType, string | null, string, string]>([
  ['small', '25', 'GROUND_MOUNTED', null, 'A', 'up to 25 kW DC'],
  ['a canopy', '25.001', 'SOLAR_CANOPY', null, 'A', 'solar canopy'],
  ['for emergencies', '500', 'EMERGENCY_POWER', null, 'A', 'emergency power'],
  ['shared', '500', 'COMMUNITY_SHARED', null, 'A', 'community shared solar'],
  ['housing', '500', 'LOW_OR_MODERATE_INCOME_HOUSING', null, 'A', 'low or moderate income housing'],
  ['a roof', '25.001', 'BUILDING_MOUNTED', null, 'B', 'building mounted'],
  ['a landfill', '5000', 'LANDFILL', null, 'C', 'on a landfill'],
  ['a brownfield', '5000', 'BROWNFIELD', null, 'C', 'on a brownfield'],
  [
    'a field that is used there',
    '651',
    'GROUND_MOUNTED',
    '0.67',
    'B',
    'ground mounted, at least 67 % of its output used on site',
  ],
  [
    'a moderate field',
    '650',
    'GROUND_MOUNTED',
    '0.66',
    'C',
    'ground mounted up to 650 kW, less than 67 % of its output used on site',
  ],
  [
    'a large field',
    '650.001',
    'GROUND_MOUNTED',
    null,
    'MG',
    'ground mounted above 650 kW, less than 67 % of its output used on site',
  ],
])(
  'a proposal names the rules that led to sector and factor: %s',
  (_, capacityKw, unitType, onSiteShare, sector, sectorRule) => {
    const unit = {
      capacityKw: new Decimal(capacityKw),
      unitType,
      onSiteShare: onSiteShare === null ? null : new Decimal(onSiteShare),
    };
    const interconnectedOn = parseLocalDate('2016-01-01');
    const proposal = factorProposal({ ...unit, interconnectedOn, mechanicallyCompleteOn: null, extension: 'NONE' });
    expect(proposal).toMatchObject({ status: 'PROPOSED', sector, sectorRule, sectorSource: 'domain 1.1' });
    expect(proposal.rule).toMatch(new RegExp(`^T0, sector ${sector}: (small|larger) unit, .* until 2017-01-0[78]$`));
  },
);

test('a last quarter decided by DOER goes before the forty of the rule', () => {
  const effectiveOn = parseLocalDate('2013-12-31');
  const kwh = (month: string, last: string | null) =>
    eligibleKwh(parseMonth(month), new Decimal(100), effectiveOn, last === null ? null : parseQuarter(last)).toFixed();
  expect(kwh('2023-09', null)).toBe('100');
  expect(kwh('2023-09', '2023-Q2')).toBe('0');
  expect(kwh('2023-10', null)).toBe('0');
  expect(kwh('2023-10', '2023-Q4')).toBe('100');
});

test('each reason against a unit says which rule it breaks and where that stands', () => {
  const { reasons } = srecIEligibility({
    parcelCapacityKw: new Decimal(6001),
    inMassachusetts: true,
    usesGenerationOnSite: true,
    interconnected: true,
    commercialOperationOn: parseLocalDate('2007-12-31'),
    massachusettsGrantOn: null,
    arraShareOfCost: null,
  });
  expect(reasons).toEqual([
    { code: 'CAPACITY_ABOVE_6_MW', rule: 'at most 6000 kW DC per parcel of land', source: 'program/003' },
    { code: 'OPERATION_BEFORE_2008', rule: 'in operation on 2008-01-01 or later', source: 'program/003' },
  ]);
});
