import { registerEnumType } from 'type-graphql';
import { enumOf } from './enum-of.js';

export const ConfidenceEnum = enumOf(['PROGRAM', 'FOUND', 'DERIVED', 'MEMORY', 'INFERRED', 'POLICY']);
registerEnumType(ConfidenceEnum, {
  name: 'Confidence',
  description: 'How sure a figure is.',
  valuesConfig: {
    PROGRAM: { description: "Stated on the programme's own pages." },
    FOUND: { description: 'Read in a public source.' },
    DERIVED: { description: 'Computed from stated or found figures.' },
    MEMORY: { description: 'Recalled, unverified.' },
    INFERRED: { description: 'A plausible completion: shown, never used.' },
    POLICY: { description: 'Decided by this house where the sources are silent.' },
  },
});
