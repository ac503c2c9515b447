import { registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { carveOuts } from '../domain/load-cohort.js';

export const CarveOutEnum = enumOf(carveOuts);
registerEnumType(CarveOutEnum, {
  name: 'CarveOut',
  description: 'A solar carve-out: it has a Minimum Standard and an auction of its own.',
  valuesConfig: {
    SREC_I: { description: 'RPS Solar Carve-Out.' },
    SREC_II: { description: 'RPS Solar Carve-Out II.' },
  },
});
