/* What processes use, from /proc: processor time in seconds and peak memory in MB. Nothing on machines without /proc. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ticksPerSecond = 100;

/** Parent and seconds used, those of ended children included: fields 4 and 14 to 17 of /proc/PID/stat. */
function statOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ').map(Number);
    return { parent: fields[1], seconds: fields.slice(11, 15).reduce((sum, each) => sum + each, 0) / ticksPerSecond };
  } catch {
    return { parent: 0, seconds: 0 }; // it has ended meanwhile
  }
}

/** Seconds that one process has used. */
export function secondsOf(pid) {
  return statOf(pid).seconds;
}

/** Seconds that a PostgreSQL has used, with all its backends; in: its directory. */
export function secondsOfPostgres(place) {
  if (!existsSync('/proc')) return 0;
  const postmaster = Number(readFileSync(join(place, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  let seconds = 0;
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const stat = statOf(pid);
    if (Number(pid) === postmaster || stat.parent === postmaster) seconds += stat.seconds;
  }
  return seconds;
}

/** The most memory that a process has held since `forgetPeak`. */
export function peakMbOf(pid) {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** From now on the peak is that of what comes. */
export function forgetPeak(pid) {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // where this cannot be done the peak is that of the process's life
  }
}
