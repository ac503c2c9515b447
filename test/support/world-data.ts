/** The parties of the small world. */
export const parties = {
  owner: { kind: 'PERSON', kinds: ['SYSTEM_OWNER', 'SYSTEM_REPRESENTATIVE'] },
  aggregator: { kind: 'COMPANY', kinds: ['REC_OWNER'] },
  dasProvider: { kind: 'COMPANY', kinds: ['SYSTEM_REPRESENTATIVE'] },
  regulator: { kind: 'PUBLIC_BODY', kinds: ['REGULATOR'] },
} as const;
export type PartyName = keyof typeof parties;

/**
 * The systems of the small world, with their cumulative values at the ends of July to December 2017 (null: not read).
 *
 * NON700001 holds two factors of SREC II: the mill and, from mid-August, the school at 0.8, the barn at 0.95 until the end of
 * September, so that kWh of its factor are left over in October. The mill corrects its reading of August. The school misses
 * September, over the change of process, and produces nothing in December. The barn's register rolls over in August and its
 * meter is replaced in November. MSS700002 holds the field under SREC I and changes its account in October; the field
 * produces whole MWh in July. MSS700003 holds the shed, whose term ends in September with a carry that nothing follows. The
 * turbine is not qualified, so nothing of it is issued; it misses November.
 */
export const systems = {
  mill: {
    technology: 'SOLAR_PV',
    capacityKw: '300',
    representative: 'dasProvider',
    assets: [['NON700001', '2017-01']],
    qualification: { program: 'SREC_II', srecFactor: '0.8', effectiveOn: '2017-01-01', lastEligibleQuarter: null },
    registerDigits: null,
    initialKwh: '10000',
    valuesKwh: ['46123.456', '82000.5', '115432.1', '143210.987', '163500.25', '180001.125'],
  },
  school: {
    technology: 'SOLAR_PV',
    capacityKw: '120',
    representative: 'dasProvider',
    assets: [
      ['MSS700002', '2017-01'],
      ['NON700001', '2017-07'],
    ],
    qualification: { program: 'SREC_II', srecFactor: '0.8', effectiveOn: '2017-08-16', lastEligibleQuarter: null },
    registerDigits: null,
    initialKwh: '0',
    valuesKwh: ['14250.75', '28400.1', null, '52345.678', '60100.004', '60100.004'],
  },
  barn: {
    technology: 'SOLAR_PV',
    capacityKw: '9',
    representative: 'owner',
    assets: [['NON700001', '2017-01']],
    qualification: {
      program: 'SREC_II',
      srecFactor: '0.95',
      effectiveOn: '2017-01-01',
      lastEligibleQuarter: '2017-Q3',
    },
    registerDigits: 5,
    initialKwh: '98500',
    valuesKwh: ['99400.5', '320.25', '1150.75', '1800', '350', '720'],
  },
  field: {
    technology: 'SOLAR_PV',
    capacityKw: '500',
    representative: 'dasProvider',
    assets: [['MSS700002', '2017-01']],
    qualification: { program: 'SREC_I', srecFactor: '1', effectiveOn: '2014-03-01', lastEligibleQuarter: null },
    registerDigits: null,
    initialKwh: '1000000',
    valuesKwh: ['1061000', '1119999.999', '1168000', '1206500.36', '1236000', '1260500.5'],
  },
  shed: {
    technology: 'SOLAR_PV',
    capacityKw: '20',
    representative: 'dasProvider',
    assets: [['MSS700003', '2017-01']],
    qualification: {
      program: 'SREC_II',
      srecFactor: '0.9',
      effectiveOn: '2017-01-01',
      lastEligibleQuarter: '2017-Q3',
    },
    registerDigits: null,
    initialKwh: '500',
    valuesKwh: ['2800.5', '5150.25', '7210.125', '8900', '10100', '11000'],
  },
  turbine: {
    technology: 'WIND',
    capacityKw: '100',
    representative: 'dasProvider',
    assets: [],
    qualification: null,
    registerDigits: null,
    initialKwh: '0',
    valuesKwh: ['9000', '18500', '27000', '40000', null, '63000'],
  },
} as const;
export type SystemName = keyof typeof systems;

/** When the meters are read and the readings submitted, July to December 2017: inside the windows. */
export const worldMonths = ['07-31', '08-31', '09-30', '10-31', '11-30', '12-31'].map(day => ({
  readAt: `2017-${day}T16:00:00Z`,
  submittedAt: `2017-${day}T17:00:00Z`,
}));
