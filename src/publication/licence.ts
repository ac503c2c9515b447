/**
 * On what terms everybody may use the public tables. No source claims a right in them, and this house waives what it might have:
 * whoever joins them with other data need not ask which licence the sum is under.
 */
export const licence = {
  spdx: 'CC0-1.0',
  url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  terms:
    'CC0 1.0: public information of the programme, free for any use. Please name the PTS and the instant as of which it is.',
} as const;
