/* What some work took of the processors: of a server, of PostgreSQL, of the load generator; by each request, in milliseconds. */
import { forgetPeak, peakMbOf, secondsOf, secondsOfPostgres } from './processes.mjs';

/**
 * In: the process that is measured (undefined: the work itself tells, in `nodeSeconds`), the place of PostgreSQL, the work: it gives
 * `units` (or `requests`), `seconds` and the seconds of the load generator. Out: the figures of a round.
 */
export async function withCost({ pid, place }, work) {
  if (pid !== undefined) forgetPeak(pid);
  const before = { node: pid === undefined ? 0 : secondsOf(pid), postgres: secondsOfPostgres(place) };
  const { requests, units = requests, seconds, nodeSeconds, generatorSeconds = 0, ...more } = await work();
  const node = nodeSeconds ?? secondsOf(pid) - before.node;
  const postgres = secondsOfPostgres(place) - before.postgres;
  const each = used => (used * 1000) / units;
  return {
    perSecond: units / seconds,
    nodeMs: each(node),
    postgresMs: each(postgres),
    cpuMs: each(node + postgres),
    generatorMs: each(generatorSeconds),
    ...(pid === undefined ? {} : { peakMb: peakMbOf(pid) }),
    ...more,
  };
}
