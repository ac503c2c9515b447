import { Decimal } from '../../src/domain/decimal.js';
import { type LocalDate, parseLocalDate } from '../../src/domain/local-date.js';
import type { Program } from '../../src/domain/program.js';
import { type QualificationUnit, qualificationEligibility } from '../../src/domain/qualification-eligibility.js';

const day = (text: string) => parseLocalDate(text);

/** A roof of 500 kW that either carve-out would have taken. */
const unit: QualificationUnit = {
  solar: true,
  capacityKw: new Decimal(500),
  parcelCapacityKw: new Decimal(6000),
  inMassachusetts: true,
  usesGenerationOnSite: true,
  interconnectedOn: day('2013-06-01'),
  mechanicallyCompleteOn: null,
  commercialOperationOn: day('2013-06-01'),
  unitType: 'BUILDING_MOUNTED',
  onSiteShare: null,
  extension: 'NONE',
  massachusettsGrantOn: null,
  arraShareOfCost: null,
};
const codes = (program: Program, changed: Partial<QualificationUnit> = {}, filedOn = '2014-04-25') =>
  qualificationEligibility(program, { ...unit, ...changed }, day(filedOn)).reasons.map(reason => reason.code);

test.each(['SREC_I', 'SREC_II', 'CLASS_I'] as const)(
  'nothing stands against a unit that keeps every rule: %s',
  program => {
    expect(qualificationEligibility(program, unit, day('2014-04-25'))).toEqual({ eligible: true, reasons: [] });
  },
);

test.each<[string, Partial<QualificationUnit>, string[]]>([
  ['a parcel above 6 MW', { parcelCapacityKw: new Decimal('6000.001') }, ['CAPACITY_ABOVE_6_MW']],
  ['another state', { inMassachusetts: false }, ['NOT_IN_MASSACHUSETTS']],
  ['no use on site', { usesGenerationOnSite: false }, ['NO_ON_SITE_USE']],
  ['no connection', { interconnectedOn: null }, ['NOT_INTERCONNECTED']],
  ['a connection on the day of filing', { interconnectedOn: day('2014-04-25') }, []],
  ['a connection after the day of filing', { interconnectedOn: day('2014-04-26') }, ['NOT_INTERCONNECTED']],
  ['wind', { solar: false }, ['NOT_SOLAR_PV']],
])('both carve-outs: %s', (_, changed, expected) => {
  expect(codes('SREC_I', changed)).toEqual(expected);
  expect(codes('SREC_II', changed)).toEqual(expected);
});

test.each<[string, Partial<QualificationUnit>, string[]]>([
  ['operation on the last day of 2012', { commercialOperationOn: day('2012-12-31') }, ['OPERATION_BEFORE_2013']],
  ['operation on the first day of 2013', { commercialOperationOn: day('2013-01-01') }, []],
  [
    'a grant and ARRA, which the sources hold against SREC I alone',
    { massachusettsGrantOn: day('2009-12-31'), arraShareOfCost: new Decimal(1) },
    [],
  ],
])('SREC II: %s', (_, changed, expected) => {
  expect(codes('SREC_II', changed)).toEqual(expected);
});

test.each<[string, Partial<QualificationUnit>, string[]]>([
  ['small, connected on the last day', { capacityKw: new Decimal(25), interconnectedOn: day('2018-11-25') }, []],
  [
    'small, connected a day later',
    { capacityKw: new Decimal(25), interconnectedOn: day('2018-11-26') },
    ['PROGRAM_CLOSED'],
  ],
  [
    'small, complete in time but connected later',
    { capacityKw: new Decimal(25), mechanicallyCompleteOn: day('2018-11-01'), interconnectedOn: day('2018-11-26') },
    ['PROGRAM_CLOSED'],
  ],
  ['large, complete in time', { mechanicallyCompleteOn: day('2018-11-25'), interconnectedOn: day('2018-12-20') }, []],
  [
    'large, complete a day later',
    { mechanicallyCompleteOn: day('2018-11-26'), interconnectedOn: day('2018-12-20') },
    ['PROGRAM_CLOSED'],
  ],
])('SREC II was open until the successor programme: %s', (_, changed, expected) => {
  expect(codes('SREC_II', changed, '2019-01-10')).toEqual(expected);
});

test('SREC I takes what was filed until 2014-04-25, whatever else stands against it', () => {
  expect(codes('SREC_I', {}, '2014-04-25')).toEqual([]);
  expect(codes('SREC_I', {}, '2014-04-26')).toEqual(['PROGRAM_CLOSED']);
  expect(codes('SREC_I', { arraShareOfCost: new Decimal('0.6701'), solar: false }, '2020-01-01')).toEqual([
    'ARRA_SHARE_ABOVE_67_PERCENT',
    'NOT_SOLAR_PV',
    'PROGRAM_CLOSED',
  ]);
});

test('all reasons at once, in code point order, each with its rule and source', () => {
  const { eligible, reasons } = qualificationEligibility(
    'SREC_II',
    {
      ...unit,
      solar: false,
      parcelCapacityKw: new Decimal(7000),
      inMassachusetts: false,
      usesGenerationOnSite: false,
      interconnectedOn: day('2019-01-02'),
      commercialOperationOn: day('2012-01-01'),
    },
    day('2019-01-01'),
  );
  expect(eligible).toBe(false);
  expect(reasons.map(reason => reason.code)).toEqual([
    'CAPACITY_ABOVE_6_MW',
    'NOT_INTERCONNECTED',
    'NOT_IN_MASSACHUSETTS',
    'NOT_SOLAR_PV',
    'NO_ON_SITE_USE',
    'OPERATION_BEFORE_2013',
    'PROGRAM_CLOSED',
  ]);
  for (const { rule, source } of reasons)
    expect([rule, source]).toEqual([expect.stringMatching(/./), expect.stringMatching(/program\/003|domain \d/)]);
});

test('Class I takes any technology, and the sources name nothing against a unit', () => {
  const nothing = { solar: false, inMassachusetts: false, usesGenerationOnSite: false, interconnectedOn: null };
  expect(codes('CLASS_I', { ...nothing, commercialOperationOn: '1990-01-01' as LocalDate })).toEqual([]);
});
