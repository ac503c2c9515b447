import { deliveryLaws } from '../../src/delivery/delivery-laws.js';
import { checkLaws } from '../../src/ledger/laws/run-laws.js';
import { type Break, failingWhenBroken } from '../support/laws.js';
import { createWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld('SET_UP');
}, 60_000);
afterAll(() => world?.end());

const delivery = (id: number, after: number, until: number) => `
  insert into webhook_delivery (id, webhook_id, kind, state, body, changes, after_epoch, after_xid, after_id, until_epoch, until_xid, until_id,
    created_at, delivered_at)
  select ${id}, max(id), 'CHANGES', 'DELIVERED', '{}', 1, 1, '5', ${after}, 1, '5', ${until}, now(), now() from webhook`;
const webhook = `
  insert into webhook (organisation_id, account_id, url, description, state, cursor_epoch, cursor_xid, cursor_id, created_at)
  select organisation_id, id, 'https://example.org/', '', 'ACTIVE', 1, '5', 30, now() from account limit 1`;

const breaks: Readonly<Record<string, readonly Break[]>> = {
  'what-happened-is-told-once': [
    {
      how: 'a meter is told of by nothing',
      statements: [
        `delete from change_event where id = (select min(id) from change_event where kind = 'METER_SET_UP')`,
      ],
    },
    {
      how: 'a role is told of twice',
      statements: [
        `insert into change_event (epoch, kind, subject_id, system_id, occurred_at)
         select epoch, kind, subject_id, system_id, occurred_at from change_event where kind = 'ROLE_BEGAN' limit 1`,
      ],
    },
  ],
  'what-is-told-happened': [
    {
      how: 'a reading is told of that there is not',
      statements: [
        `insert into change_event (epoch, kind, subject_id, occurred_at) values (1, 'READING_ACCEPTED', 99, now())`,
      ],
    },
  ],
  'deliveries-follow-each-other': [
    { how: 'a delivery begins inside the one before', statements: [webhook, delivery(1, 0, 10), delivery(2, 9, 20)] },
    { how: 'a delivery ends behind the place of its webhook', statements: [webhook, delivery(1, 20, 31)] },
    { how: 'a delivery ends where it begins', statements: [webhook, delivery(1, 20, 20)] },
  ],
};

test('all hold, also of deliveries that follow each other', async () => {
  expect((await checkLaws(world.orm.em.fork(), deliveryLaws)).filter(law => !law.holds)).toEqual([]);
  const statements = [webhook, delivery(1, 0, 10), delivery(2, 10, 20), delivery(3, 25, 30)];
  expect(await failingWhenBroken(world.orm.em, { how: 'not at all', statements }, deliveryLaws)).toEqual([]);
});

test('every law has a break', () => {
  expect(Object.keys(breaks)).toEqual(deliveryLaws.map(law => law.name));
});

const each = Object.entries(breaks).flatMap(([name, ways]) => ways.map(way => ({ name, ...way })));
test.each(each)('$name fails alone when $how', async ({ name, ...way }) => {
  const failing = await failingWhenBroken(world.orm.em, way, deliveryLaws);
  expect(failing.map(law => law.name)).toEqual([name]);
});
