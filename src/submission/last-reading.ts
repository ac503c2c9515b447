import type { Context } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { listReadings, ReadingArgs } from '../metering/list-readings.js';
import type { ListedReading } from '../metering/listed-reading.js';

const newest = Object.assign(new ReadingArgs(), new PageArgs(), { first: 1, withSuperseded: false });

/** The reading in force of the newest month, of a system (any of its meters) or of one meter; null before the first. Batched. */
export async function lastReading(
  context: Context,
  parent: Parameters<typeof listReadings>[1],
): Promise<ListedReading | null> {
  const { edges } = await listReadings(context, parent, newest);
  return edges[0]?.node ?? null;
}
