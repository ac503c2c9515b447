import { Decimal } from '../../src/domain/decimal.js';
import type { LocalDate } from '../../src/domain/local-date.js';
import { addMonths, lastDayOf, type Month, parseMonth } from '../../src/domain/month.js';
import { counted } from '../../src/ledger/laws/places.js';
import { runLaws } from '../../src/ledger/laws/run-laws.js';
import { retireCertificates } from '../../src/ledger/retire-certificates.js';
import { setUpMeter } from '../../src/metering/set-up-meter.js';
import { submitReadings } from '../../src/metering/submit-readings.js';
import { rawSql, rows, sql } from '../../src/platform/sql.js';
import { seeded } from './seeded.js';
import { createWorld } from './world.js';
import { staffOf } from './world-corrections.js';
import type { SystemName } from './world-data.js';

const quarters = [
  { quarter: '2017-Q3', first: '2017-07', reportedAt: '2018-01-12', issuedAt: '2018-01-16' },
  { quarter: '2017-Q4', first: '2017-10', reportedAt: '2018-04-12', issuedAt: '2018-04-16' },
  { quarter: '2018-Q1', first: '2018-01', reportedAt: '2018-07-12', issuedAt: '2018-07-16' },
] as const;
/** kWh that a meter counts in a month at most, far below its nameplate. */
const meters: readonly (readonly [system: SystemName, label: string, atMostKwh: number])[] = [
  ['mill', 'main', 20_000],
  ['school', 'main', 9_000],
  ['barn', 'main', 900],
  ['shed', 'main', 1_500],
  ['field', 'main', 12_000],
  ['field', 'late', 12_000],
];
/** With which a decision may be refused; anything else is a defect. */
const lawful = [
  'CERTIFICATES_EXPIRED',
  'NOTHING_TO_CORRECT',
  'METER_DECREASE',
  'READING_NOT_AFTER_PREVIOUS',
  'ABOVE_NAMEPLATE',
  'CERTIFICATES_NOT_HELD',
];

interface Holding {
  readonly id: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Whatever parties and staff do over three quarters, in whatever order, all laws hold after it, and nothing is lost over all.
 * Gives how often each was done.
 */
export async function live(seed: number): Promise<Record<string, number>> {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[]): T | undefined => items[below(items.length)];
  const world = await createWorld('SET_UP');
  const did: Record<string, number> = {};
  const attempt = async (what: string, work: () => Promise<unknown>) => {
    try {
      await work();
      did[what] = (did[what] ?? 0) + 1;
    } catch (error) {
      const { code } = error as { code?: string };
      if (!lawful.includes(code ?? '')) throw error;
      did.refused = (did.refused ?? 0) + 1;
    }
  };
  const all = <T>(query: string) => rows<T>(world.orm.em.fork(), rawSql(query));
  try {
    const staff = await staffOf(world);
    await world.act('operator', '2017-07-16T12:00:00Z', verb =>
      setUpMeter(verb, {
        ptsId: world.ptsIds.field,
        label: 'late',
        accuracyPercent: new Decimal('0.5'),
        initialValueKwh: new Decimal(0),
        installedOn: '2017-07-15' as LocalDate,
      }),
    );
    const values = new Map(meters.map(([system, label]) => [`${system} ${label}`, 0]));
    for (const [system, label] of meters) {
      const [meter] = await all<{ kwh: string }>(
        `select initial_value_kwh as kwh from meter m join system s on s.id = m.system_id where s.name = '${system}' and m.label = '${label}'`,
      );
      values.set(`${system} ${label}`, Number(meter?.kwh));
    }

    const readMonth = async (month: Month) => {
      const day = lastDayOf(month);
      for (const [system, label, atMostKwh] of meters) {
        const key = `${system} ${label}`;
        const value = (values.get(key) ?? 0) + below(atMostKwh * 1000) / 1000;
        values.set(key, system === 'barn' ? value % 100_000 : value);
        const late = label === 'late' && month !== '2018-01' && month !== '2018-03';
        if (late || random() < 0.15) continue; // missed: the next reading has its share
        const by = system === 'barn' ? 'owner' : 'dasProvider';
        const reading = world.reading(system, `${day}T16:00:00Z`, (values.get(key) ?? 0).toFixed(3));
        await world.act(by, `${day}T17:00:00Z`, async verb => {
          const { outcomes } = await submitReadings(verb, { readings: [{ ...reading, meterLabel: label }] });
          const { code } = outcomes[0] ?? {};
          if (code && !lawful.includes(code)) throw new Error(code);
          did[code ? 'refused' : 'read'] = (did[code ? 'refused' : 'read'] ?? 0) + 1;
          return { outcomes };
        });
      }
    };

    /** Corrects some month of a meter, to a value between those beside it, or a little off. */
    const correctSome = async (at: string, last: Month) => {
      const [system, label] = pick(meters) ?? ['mill', 'main'];
      const month = addMonths(last, -below(9));
      if (month < '2017-07') return;
      const beside = await all<{ month: string; kwh: string }>(
        `select to_char(r.month, 'YYYY-MM') as month, r.value_kwh as kwh from reading r join meter m on m.id = r.meter_id
         join system s on s.id = m.system_id where s.name = '${system}' and m.label = '${label}' and r.superseded_at is null order by r.month`,
      );
      const low = Number(beside.findLast(each => each.month < month)?.kwh ?? 0);
      const high = Number(beside.find(each => each.month > month)?.kwh ?? low + 9_000);
      const value = Math.max(0, low + (high - low) * (random() * 1.1 - 0.05)).toFixed(3);
      const readAt = beside.some(each => each.month === month) ? {} : { readAt: `${lastDayOf(month)}T16:00:00Z` };
      await attempt('corrected', () => staff.correct(at, system, month, value, { label, ...readAt }));
    };
    const retireSome = async (at: string) => {
      const held = await all<Holding>(
        `select batch_id as id, first_serial as first, last_serial as last from certificate_holding where state = 'ACTIVE' order by 1 desc, 2`,
      );
      const one = pick(held);
      if (!one) return;
      const first = one.first + below(one.last - one.first + 1);
      const last = first + below(one.last - first + 1);
      await attempt('retired', () =>
        world.act('aggregator', at, verb =>
          retireCertificates(verb, { ranges: [`${one.id} - ${first} to ${last}`], reason: 'used' }),
        ),
      );
    };
    const decideSome = async (at: string) => {
      const waiting = await all<{ name: SystemName; month: string; id: string }>(
        `select s.name, to_char(p.month, 'YYYY-MM') as month, p.reading_id as id from production_awaiting_staff p
         join system s on s.id = p.system_id order by p.month, p.reading_id`,
      );
      const one = pick(waiting);
      if (!one) return;
      if (random() < 0.7)
        await attempt('released', () => staff.release(at, one.name, one.month, random() < 0.5 ? one.id : null));
      else await attempt('dismissed', () => staff.dismiss(at, one.name, one.month));
    };
    const some = async (at: string, last: Month, count: number) => {
      for (let index = 0; index < count; index++) {
        const luck = random();
        if (luck < 0.55) await correctSome(at, last);
        else if (luck < 0.75) await retireSome(at);
        else await decideSome(at);
      }
    };
    const holds = async () => expect((await runLaws(world.orm.em)).filter(result => !result.holds)).toEqual([]);

    for (const { quarter, first, reportedAt, issuedAt } of quarters) {
      const months = [0, 1, 2].map(index => addMonths(parseMonth(first), index));
      for (const month of months) await readMonth(month);
      const last = months[2] ?? parseMonth(first);
      await some(`${reportedAt}T08:00:00Z`, last, 3);
      await staff.report(`${reportedAt}T12:00:00Z`, quarter);
      await some(`${reportedAt}T18:00:00Z`, last, 6);
      await staff.issue(`${issuedAt}T12:00:00Z`, quarter);
      await some(`${issuedAt}T18:00:00Z`, last, 12);
      await holds();
    }

    // beside the laws, from the other end: what counts, by its factors, is there, but for half a kWh for each figure that was rounded
    const books = await rows<{ asset: string; program: string; worth: string; found: string; figures: string }>(
      world.orm.em.fork(),
      sql`with produced as (
            select coalesce(i.asset_id, a.asset_id) as asset_id, q.program, c.eligible_kwh * q.srec_factor / 1000 as mwh
            from ${counted} c
            left join issuance i on i.id = c.issuance_id
            left join adjustment_use u on c.issuance_id is null and u.month = c.month and u.reading_month = c.reading_month
              and u.reading_id = c.reading_id and u.sign = 1
            left join adjustment a on a.id = u.adjustment_id
            join statement_of_qualification q on q.system_id = c.system_id and q.program <> 'CLASS_I'
          ), standing as (
            select i.* from issuance i where not exists (select from issuance later where later.replaces_id = i.id)
          ), last as (select distinct on (asset_id, program) * from standing order by asset_id, program, month desc)
          select asset.gis_id as asset, produced.program, sum(produced.mwh) as worth, (count(*) * 2 + 10)::text as figures,
            (select sum(minted) from standing s where s.asset_id = asset.id and s.program = produced.program)
            + (select closing_gis_carry_mwh from last where last.asset_id = asset.id and last.program = produced.program)
            + (select coalesce(sum(f.closing_pts_carry_kwh * f.srec_factor / 1000), 0) from last join issuance_factor f on f.issuance_id = last.id
               where last.asset_id = asset.id and last.program = produced.program)
            + (select coalesce(sum(eligible_mwh), 0) from adjustment a where a.asset_id = asset.id and a.program = produced.program
               and not exists (select from adjustment_application applied where applied.adjustment_id = a.id)) as found
          from produced join gis_asset asset on asset.id = produced.asset_id group by asset.id, asset.gis_id, produced.program`,
    );
    expect(books.length).toBeGreaterThanOrEqual(3);
    for (const { worth, found, figures } of books) {
      expect(new Decimal(worth).minus(found).abs().times(2000).toNumber()).toBeLessThanOrEqual(Number(figures));
    }
    return did;
  } finally {
    await world.end();
  }
}
