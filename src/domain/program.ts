/** Programmes that turn verified production into certificates. */
export const programs = ['SREC_I', 'SREC_II'] as const;
export type Program = (typeof programs)[number];
