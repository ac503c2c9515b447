import { createReadStream, existsSync } from 'node:fs';
import { importQualifiedUnits } from '../../src/import/import-qualified-units.js';
import { importRequest, openTestHouse } from './house.js';
import { bytesOf, listText, madeUpRow } from './made-up-list.js';
import { published } from './published-list.js';

const madeUp = listText(Array.from({ length: 40 }, (_, index) => madeUpRow({ name: `Unit ${index}` })));
const given = existsSync(published)
  ? {
      bytes: () => createReadStream(published),
      units: 4186,
      capacityKw: '212055.354',
      flagged: 13,
      assets: 1868,
      applicants: 82,
    }
  : { bytes: () => bytesOf(madeUp), units: 40, capacityKw: '300', flagged: 0, assets: 1, applicants: 1 };

test('the whole list is imported, as many units and kW as it says itself; a second run changes nothing', async () => {
  const house = await openTestHouse();
  const { bytes, units, capacityKw, flagged } = given;
  const same = { read: units, refused: 0, flagged, capacityKw, refusals: [] };
  try {
    const first = await importQualifiedUnits(house.em.fork(), importRequest(bytes()));
    expect(first).toEqual({ ...same, imported: units, unchanged: 0 });
    const second = await importQualifiedUnits(house.em.fork(), importRequest(bytes()));
    expect(second).toEqual({ ...same, imported: 0, unchanged: units });
    const [stored] = await house.em.getConnection().execute(`
      select count(*)::int as units, trim_scale(sum(capacity_kw))::text as "capacityKw",
             (select count(*)::int from gis_asset) as assets,
             (select count(distinct organisation_id)::int from gis_account) as applicants,
             (select count(*)::int from statement_of_qualification where flags <> '{}') as flagged,
             (select count(distinct system_id)::int from gis_asset_membership) as members from system`);
    const { assets, applicants } = given;
    expect(stored).toEqual({ units, capacityKw, assets, applicants, flagged, members: units });
  } finally {
    await house.end();
  }
});
