import type { HttpConfig } from '../../../src/server/start.js';
import { createTestDatabase, prepareTemplate, type Template } from '../../support/database.js';
import { type Api, startApi, startApiOn } from './api.js';
import { type ChangeWorld, makeChangeWorld } from './changes.js';
import { makeNeighbourhood, type Neighbourhood } from './neighbourhood.js';
import { makeSampleWorld, type SampleWorld } from './samples.js';
import { countMade, goOnFrom, setClock } from './world.js';

/** What is made through the API once in a run, and copied: the world, the credential of staff, and how much was made. */
interface Told<World> {
  readonly staff: string;
  readonly world: World;
  readonly made: number;
}

type Started<World> = Promise<{ readonly api: Api; readonly world: World }>;

/** A server on a database that holds the neighbourhood. */
export async function startWithNeighbourhood(options: Partial<HttpConfig> = {}): Started<Neighbourhood> {
  return startOn(await prepareTemplate('neighbourhood', url => fill(url, makeNeighbourhood)), options);
}

/** A server on a database that holds the parties of changes, on May 10, 2024. */
export async function startWithChanges(): Started<ChangeWorld> {
  const make = async (api: Api) => {
    await setClock(api, '2024-05-10T15:00:00Z');
    return makeChangeWorld(api);
  };
  return startOn(await prepareTemplate('changes', url => fill(url, make)));
}

/** A server on a database that holds the neighbourhood and its samples. */
export async function startWithSamples(): Started<SampleWorld> {
  const make = async (api: Api) => makeSampleWorld(api, await makeNeighbourhood(api));
  return startOn(await prepareTemplate('samples', url => fill(url, make)));
}

async function fill<World>(url: string, make: (api: Api) => Promise<World>): Promise<Told<World>> {
  const api = await startApi('sandbox', url);
  try {
    const world = await make(api);
    return { staff: api.staff, world, made: countMade() };
  } finally {
    await api.stop();
  }
}

async function startOn<World>(
  { template, told }: Template<Told<World>>,
  options: Partial<HttpConfig> = {},
): Started<World> {
  goOnFrom(told.made);
  const api = await startApiOn(await createTestDatabase(template), told.staff, options);
  await api.database.query('select change_epoch_now()'); // a copy is another database: what changes in it is of an epoch of its own
  return { api, world: told.world };
}
