import { createTestDatabase, prepareTemplate } from '../../support/database.js';
import { type Api, startApi, startApiOn } from './api.js';
import { makeNeighbourhood } from './neighbourhood.js';
import { makeSampleWorld, type SampleWorld } from './samples.js';
import { countMade, goOnFrom } from './world.js';

/** A server on a database that holds the neighbourhood and its samples. They are made through the API once in a run, and copied. */
export async function startWithSamples(): Promise<{ readonly api: Api; readonly world: SampleWorld }> {
  const { template, told } = await prepareTemplate('samples', makeSamples);
  goOnFrom(told.made);
  const api = await startApiOn(await createTestDatabase(template), told.staff);
  await api.database.query('select change_epoch_now()'); // a copy is another database: what changes in it is of an epoch of its own
  return { api, world: told.world };
}

async function makeSamples(url: string) {
  const api = await startApi('sandbox', url);
  try {
    const world = await makeSampleWorld(api, await makeNeighbourhood(api));
    return { staff: api.staff, world, made: countMade() };
  } finally {
    await api.stop();
  }
}
