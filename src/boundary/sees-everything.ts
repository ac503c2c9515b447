import type { Actor } from './context.js';

/** Staff and the regulator read what belongs to anybody; what is sealed or private between parties is the slices' own exception. */
export function seesEverything({ kinds }: Actor): boolean {
  return kinds.has('STAFF') || kinds.has('REGULATOR');
}
