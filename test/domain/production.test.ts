import fc from 'fast-check';
import { Decimal } from '../../src/domain/decimal.js';
import { productionBetween } from '../../src/domain/production.js';

const kwh = fc.integer({ min: 0, max: 1_000_000 }).map(thousandths => new Decimal(thousandths).div(1000));

test('any chain of meters adds up to what each of them counted', () => {
  const meters = fc.array(fc.record({ startKwh: kwh, countedKwh: kwh }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(meters, list => {
      const shown = list.map(({ startKwh, countedKwh }) => ({ startKwh, endKwh: startKwh.plus(countedKwh) }));
      const [first, ...later] = shown;
      const production = productionBetween({
        previousKwh: first?.startKwh ?? new Decimal(0),
        currentKwh: shown.at(-1)?.endKwh ?? new Decimal(0),
        registerDigits: null,
        replacements: later.map((meter, index) => ({
          oldFinalKwh: shown[index]?.endKwh ?? new Decimal(0),
          newInitialKwh: meter.startKwh,
        })),
      });
      const counted = list.reduce((sum, meter) => sum.plus(meter.countedKwh), new Decimal(0));
      expect(production.toFixed()).toBe(counted.toFixed());
    }),
  );
});

test('each meter rolls over by its own digits', () => {
  const interval = {
    previousKwh: new Decimal(99_950),
    registerDigits: 5,
    replacements: [{ oldFinalKwh: new Decimal(30), newInitialKwh: new Decimal(9_990), newRegisterDigits: 4 }],
    currentKwh: new Decimal(5),
  };
  expect(productionBetween(interval).toFixed()).toBe('95');
  const undeclared = interval.replacements.map(({ oldFinalKwh, newInitialKwh }) => ({ oldFinalKwh, newInitialKwh }));
  expect(() => productionBetween({ ...interval, replacements: undeclared })).toThrow(
    expect.objectContaining({ code: 'METER_DECREASE' }),
  );
});

test('a fall from a value that the register cannot show is no rollover: what it counted would be below zero', () => {
  const fall = (previousKwh: string, currentKwh: string) =>
    productionBetween({
      previousKwh: new Decimal(previousKwh),
      currentKwh: new Decimal(currentKwh),
      registerDigits: 5,
      replacements: [],
    });
  expect(fall('99999.999', '0').toFixed()).toBe('0.001');
  for (const beyond of ['100000', '105000']) {
    expect(() => fall(beyond, '350')).toThrow(expect.objectContaining({ code: 'METER_DECREASE' }));
  }
});
