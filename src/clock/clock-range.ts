/** Beyond these years there is neither rule nor reading, and months are no longer written as `YYYY-MM`. */
const [earliest, latest] = [new Date('2000-01-01T00:00:00Z'), new Date('2100-01-01T00:00:00Z')];

/** What to say of an instant outside the range. */
export const clockRange = 'The clock goes from 2000 to 2099.';

/** Whether an instant can be the present of this house; an invalid one cannot. */
export function isInClockRange(instant: Date): boolean {
  return instant >= earliest && instant < latest;
}
