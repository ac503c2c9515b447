/** Programmes that turn verified production into certificates. */
export const programs = ['SREC_I', 'SREC_II', 'CLASS_I'] as const;
export type Program = (typeof programs)[number];
