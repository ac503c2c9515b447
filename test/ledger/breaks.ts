/** How data is broken so that one law fails: statements past the triggers, in order. */
export interface Break {
  /** What a forger, or a defect, did. */
  readonly how: string;
  readonly statements: readonly string[];
}

/** The text that a unit's hash is taken of, by the functions of the migrations. */
const textOfUnit = `
  ledger_unit_header_v2(u.asset_id, u.sequence, u.previous_hash, u.kind, u.reason, u.occurred_at, u.created_by) || E'\\n' || (
    select string_agg(line, E'\\n' order by line collate "C")
    from ledger_unit_lines_v2(array[u.asset_id], array[u.sequence]))`;

const moveHeads = `
  update ledger_stream s set sequence = u.sequence, head_hash = u.hash
  from (select distinct on (asset_id) * from ledger_unit order by asset_id, sequence desc) u where u.asset_id = s.asset_id`;

/** What a forger does who knows the format: every hash is taken anew, so that only the law in question still tells. */
const reseal = [
  `do $$
   declare one record; before bytea; asset bigint := 0;
   begin
     for one in select asset_id, sequence from ledger_unit order by asset_id, sequence loop
       if one.asset_id <> asset then before := decode(repeat('00', 32), 'hex'); end if;
       asset := one.asset_id;
       update ledger_unit set previous_hash = before where asset_id = one.asset_id and sequence = one.sequence;
       update ledger_unit u set hash = sha256(convert_to(${textOfUnit}, 'UTF8'))
       where u.asset_id = one.asset_id and u.sequence = one.sequence returning u.hash into before;
     end loop;
   end $$`,
  moveHeads,
];

const asset = (gisId: string) => `(select id from gis_asset where gis_id = '${gisId}')`;
const account = (name: string) => `(select id from gis_account where name = '${name}')`;
const system = (name: string) => `(select id from system where name = '${name}')`;
const issuance = (gisId: string, month: string, revision = 1) =>
  `(select id from issuance where asset_id = ${asset(gisId)} and month = '${month}-01' and revision = ${revision})`;
const batch = (gisId: string, month: string) =>
  `(select id from certificate_batch where issuance_id = ${issuance(gisId, month)})`;
const reading = (name: string, month: string) =>
  `month = '${month}-01' and system_id = ${system(name)} and superseded_at is null`;
const lastUnit = `asset_id = ${asset('NON700001')} and sequence = 9`;

/** The adjustments of a month that wait for the next issuance: of July a debit, of August what was deferred. */
const waiting = (month: string) => `
  (select id from adjustment a where month = '${month}-01' and asset_id = ${asset('NON700001')}
     and not exists (select from adjustment_application applied where applied.adjustment_id = a.id))`;
const oneOfMonth = (month: string) =>
  `(select id from adjustment where month = '${month}-01' and asset_id = ${asset('NON700001')})`;

/** A second reading of the same month and value, right after another one: the meter counted nothing between the two. */
const readAgain = (name: string, month: string) => `
  insert into reading (month, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel, submitted_at, submitted_by)
  select month, meter_id, system_id, read_at + interval '1 minute', value_kwh, 0, 0, false, channel, submitted_at, submitted_by
  from reading where ${reading(name, month)}`;

/** For each law one way to break it that no other law notices. */
export const breaks: Readonly<Record<string, Break>> = {
  'roles-never-overlap': {
    how: 'the owner keeps the rights a day longer',
    statements: [
      'alter table system_role drop constraint system_role_has_one_holder',
      `update system_role set until_on = until_on + 1 where system_id = ${system('mill')} and until_on is not null`,
    ],
  },
  'asset-holders-never-overlap': {
    how: 'the first account keeps the asset a month longer',
    statements: [
      'alter table gis_asset_holder drop constraint gis_asset_has_one_holder_in_a_month',
      `update gis_asset_holder set until_month = until_month + interval '1 month' where until_month is not null`,
    ],
  },
  'memberships-never-overlap': {
    how: 'the school stays in its first asset a month longer',
    statements: [
      'alter table gis_asset_membership drop constraint system_is_in_one_asset_in_a_month',
      `update gis_asset_membership set until_month = until_month + interval '1 month' where until_month is not null`,
    ],
  },
  'one-reading-in-force': {
    how: 'a second reading of a month does not supersede the first',
    statements: ['drop index reading_one_in_force', readAgain('turbine', '2017-07')],
  },
  'superseded-by-later': {
    how: 'a superseded reading names itself',
    statements: ['update reading set superseded_by = id where superseded_at is not null'],
  },
  'reading-is-of-the-system': {
    how: 'a reading is put to the account of another system',
    statements: [`update reading set system_id = ${system('mill')} where ${reading('turbine', '2017-07')}`],
  },
  'reading-in-its-window': {
    how: 'a reading is dated back',
    statements: [`update reading set read_at = read_at - interval '20 days' where ${reading('turbine', '2017-08')}`],
  },
  'values-follow-each-other': {
    how: 'a meter value is changed afterwards',
    statements: [`update reading set value_kwh = value_kwh + 1 where ${reading('turbine', '2017-07')}`],
  },
  'difference-is-shared-out': {
    how: 'a kWh of a difference is given to no month',
    statements: [`update reading set production_kwh = production_kwh - 1 where ${reading('turbine', '2017-08')}`],
  },
  'shares-fill-the-gap': {
    how: 'the share of a missed month is given to the month before',
    statements: [`update estimated_share set month = '2017-10-01' where system_id = ${system('turbine')}`],
  },
  'production-used-once': {
    how: 'a reading of zero kWh is used twice, which no sum can tell',
    statements: [
      'alter table reading_use drop constraint reading_use_once_per_month',
      `insert into reading_use select * from reading_use where month = '2017-12-01' and system_id = ${system('school')}`,
      ...reseal,
    ],
  },
  'used-reading-in-force': {
    how: 'a reading is superseded after it was issued',
    statements: [
      'drop index reading_one_in_force',
      readAgain('school', '2017-12'),
      `update reading old set superseded_at = new.submitted_at, superseded_by = new.id
       from reading new where old.month = '2017-12-01' and old.system_id = ${system('school')}
         and new.month = old.month and new.meter_id = old.meter_id and new.id > old.id`,
    ],
  },
  'used-production-is-what-was-read': {
    how: 'a kWh goes from a share to the reading, after both were issued',
    statements: [
      `update reading set production_kwh = production_kwh + 1 where ${reading('school', '2017-10')}`,
      `update estimated_share set production_kwh = production_kwh - 1 where system_id = ${system('school')}`,
    ],
  },
  'used-production-is-eligible': {
    how: 'the effective date is moved by a day after it was issued upon',
    statements: [
      `update statement_of_qualification set effective_on = effective_on + 1 where system_id = ${system('school')}`,
    ],
  },
  'used-for-its-own-month': {
    how: 'the membership by which a system was issued is removed',
    statements: [`delete from gis_asset_membership where system_id = ${system('mill')}`],
  },
  'factor-is-the-statements': {
    how: 'the factor of a statement is raised after it was issued upon',
    statements: [
      `update statement_of_qualification set srec_factor = 0.85 where system_id = ${system('mill')} and program = 'SREC_II'`,
    ],
  },
  'process-follows-the-month': {
    how: 'a month of whole MWh and no carry, which comes out alike, is issued by the later process',
    statements: [
      `update issuance set process = 'WHOLE_KWH' where id = ${issuance('MSS700002', '2017-07')}`,
      `update issuance_system set reported_mwh = 61, eligible_mwh = 61 where issuance_id = ${issuance('MSS700002', '2017-07')}`,
      ...reseal,
    ],
  },
  'uses-add-up-to-systems': {
    how: 'a kWh goes from one system to another of the same factor',
    statements: [
      `update issuance_system set eligible_kwh = eligible_kwh + case system_id when ${system('mill')} then 1 else -1 end
       where issuance_id = ${issuance('NON700001', '2017-08')} and srec_factor = 0.8`,
      ...reseal,
    ],
  },
  'systems-add-up-to-factors': {
    how: 'a factor has production although none of its systems produced',
    statements: [
      `update issuance_factor set production_kwh = 5 where issuance_id = ${issuance('NON700001', '2017-10')} and srec_factor = 0.95`,
      `update issuance set production_kwh = production_kwh + 5 where id = ${issuance('NON700001', '2017-10')}`,
      ...reseal,
    ],
  },
  'factors-add-up-to-issuance': {
    how: 'a kWh is added to an issuance',
    statements: [
      `update issuance set production_kwh = production_kwh + 1 where id = ${issuance('NON700001', '2017-08')}`,
      ...reseal,
    ],
  },
  'factor-is-applied': {
    how: 'eligible MWh go from one factor to another',
    statements: [
      'alter table issuance_factor drop constraint issuance_factor_is_applied',
      `update issuance_factor set eligible_mwh = eligible_mwh + case srec_factor when 0.8 then 0.1 else -0.1 end
       where issuance_id = ${issuance('NON700001', '2017-07')}`,
      ...reseal,
    ],
  },
  'whole-mwh-conserve-energy': {
    how: 'a kWh is made out of nothing in a carry that nothing follows',
    statements: [
      `update issuance_factor set closing_pts_carry_kwh = closing_pts_carry_kwh + 1 where issuance_id = ${issuance('MSS700003', '2017-09')}`,
      `update issuance set closing_pts_carry_kwh = closing_pts_carry_kwh + 1 where id = ${issuance('MSS700003', '2017-09')}`,
      ...reseal,
    ],
  },
  'whole-kwh-round-once': {
    how: 'a reported kWh goes from one system to another of the same factor',
    statements: [
      `update issuance_system set reported_mwh = reported_mwh + case system_id when ${system('mill')} then 0.001 else -0.001 end,
         eligible_mwh = eligible_mwh + case system_id when ${system('mill')} then 0.0008 else -0.0008 end
       where issuance_id = ${issuance('NON700001', '2017-11')}`,
      ...reseal,
    ],
  },
  'remainder-is-the-rest': {
    how: 'more is retired as non-eligible than was left out',
    statements: [
      'alter table issuance drop constraint issuance_remainder_is_the_rest',
      `update issuance set retired_remainder_mwh = retired_remainder_mwh + 0.1 where id = ${issuance('NON700001', '2017-09')}`,
      `update ledger_entry set remainder_mwh = remainder_mwh + 0.1
       where kind = 'RETIRE_REMAINDER' and issuance_id = ${issuance('NON700001', '2017-09')}`,
      ...reseal,
    ],
  },
  conservation: {
    how: 'a month closes with a tenth of a MWh that is not there, and the next one opens with it and loses it',
    statements: [
      'alter table issuance drop constraint issuance_conserves',
      `update issuance set closing_gis_carry_mwh = closing_gis_carry_mwh + 0.1 where id = ${issuance('MSS700003', '2017-08')}`,
      `update issuance set opening_gis_carry_mwh = opening_gis_carry_mwh + 0.1 where id = ${issuance('MSS700003', '2017-09')}`,
      ...reseal,
    ],
  },
  'carry-is-a-fraction': {
    how: 'a certificate is not minted but carried on',
    statements: [
      'alter table issuance drop constraint issuance_carry_is_a_fraction',
      `update issuance set minted = minted - 1, closing_gis_carry_mwh = closing_gis_carry_mwh + 1 where id = ${issuance('MSS700003', '2017-09')}`,
      `update certificate_batch set quantity = quantity - 1 where id = ${batch('MSS700003', '2017-09')}`,
      `update ledger_entry set last_serial = last_serial - 1 where batch_id = ${batch('MSS700003', '2017-09')}`,
      `update certificate_holding set last_serial = last_serial - 1 where batch_id = ${batch('MSS700003', '2017-09')}`,
      ...reseal,
    ],
  },
  'gis-carry-continues': {
    how: 'a month opens with another fraction than the one before left, and closes with as much more than the next one finds',
    statements: [
      `update issuance set opening_gis_carry_mwh = opening_gis_carry_mwh + 0.1, closing_gis_carry_mwh = closing_gis_carry_mwh + 0.1
       where id = ${issuance('MSS700003', '2017-08')}`,
      ...reseal,
    ],
  },
  'pts-carry-continues': {
    how: 'the last month opens with a kWh more, and closes with it',
    statements: [
      `update issuance_factor set opening_pts_carry_kwh = opening_pts_carry_kwh + 1, closing_pts_carry_kwh = closing_pts_carry_kwh + 1
       where issuance_id = ${issuance('MSS700003', '2017-09')}`,
      `update issuance set opening_pts_carry_kwh = opening_pts_carry_kwh + 1, closing_pts_carry_kwh = closing_pts_carry_kwh + 1
       where id = ${issuance('MSS700003', '2017-09')}`,
      ...reseal,
    ],
  },
  'reissue-keeps-the-carry': {
    how: 'a month that was issued anew opens and closes with a tenth of a MWh more than it did',
    statements: [
      `update issuance set opening_gis_carry_mwh = opening_gis_carry_mwh + 0.1, closing_gis_carry_mwh = closing_gis_carry_mwh + 0.1
       where id = ${issuance('NON700001', '2017-12', 2)}`,
      ...reseal,
    ],
  },
  'adjustment-is-its-uses': {
    how: 'an adjustment is said to be of a kWh more than its readings',
    statements: [
      `update adjustment set production_kwh = production_kwh + 1 where id = ${waiting('2017-07')}`,
      ...reseal,
    ],
  },
  'adjustment-applies-the-factor': {
    how: 'a debit is made smaller, and its entry with it',
    statements: [
      'alter table adjustment drop constraint adjustment_applies_the_factor',
      `update ledger_entry set adjusted_mwh = adjusted_mwh + 0.1 where adjustment_id = ${waiting('2017-07')}`,
      `update adjustment set eligible_mwh = eligible_mwh + 0.1 where id = ${waiting('2017-07')}`,
      ...reseal,
    ],
  },
  'adjustment-rounds-as-its-month': {
    how: 'a debit is rounded away in part, with what is eligible of it',
    statements: [
      `update ledger_entry set adjusted_mwh = adjusted_mwh + 0.0008 where adjustment_id = ${waiting('2017-07')}`,
      `update adjustment set reported_mwh = reported_mwh + 0.001, eligible_mwh = eligible_mwh + 0.0008 where id = ${waiting('2017-07')}`,
      ...reseal,
    ],
  },
  'adjustment-is-entered-once': {
    how: 'the entry of a debit says less than the debit',
    statements: [
      `update ledger_entry set adjusted_mwh = adjusted_mwh + 0.1 where adjustment_id = ${waiting('2017-07')}`,
      ...reseal,
    ],
  },
  'adjustment-goes-into-its-asset': {
    how: 'what was deferred is said to be of the month that it went into',
    statements: [
      `update ledger_entry set vintage_month = '2018-01-01' where adjustment_id = ${oneOfMonth('2017-11')}`,
      `update adjustment set month = '2018-01-01' where id = ${oneOfMonth('2017-11')}`,
      ...reseal,
    ],
  },
  'adjustments-are-in-the-arithmetic': {
    how: 'what two months deferred is exchanged between them',
    statements: [
      `update adjustment set issuance_id = case issuance_id when ${issuance('NON700001', '2017-11', 2)}
         then ${issuance('NON700001', '2017-12', 2)} else ${issuance('NON700001', '2017-11', 2)} end
       where kind = 'DEFERRED' and month in ('2017-11-01', '2017-12-01')`,
      ...reseal,
    ],
  },
  'nothing-is-lost': {
    how: 'what a month deferred is put where the next issuance will not find it: under another programme',
    statements: [
      `update ledger_entry set program = 'CLASS_I' where adjustment_id = ${waiting('2017-08')}`,
      `update adjustment set program = 'CLASS_I' where id = ${waiting('2017-08')}`,
      ...reseal,
    ],
  },
  'issued-once': {
    how: 'a month is issued again, with nothing in it, which no sum can tell',
    statements: [
      'alter table issuance drop constraint issuance_once_per_asset_program_month',
      `insert into issuance (run_id, asset_id, unit_sequence, program, month, gis_account_id, process, opening_pts_carry_kwh,
         opening_gis_carry_mwh, production_kwh, reported_mwh, eligible_mwh, minted, retired_remainder_mwh, closing_pts_carry_kwh,
         closing_gis_carry_mwh, occurred_at)
       select run_id, asset_id, unit_sequence, program, month, gis_account_id, process, 0, closing_gis_carry_mwh, 0, 0, 0, 0, 0, 0,
         closing_gis_carry_mwh, occurred_at from issuance where id = ${issuance('NON700001', '2017-12')}`,
      `insert into issuance_factor select max(id), 0.8, 0, 0, 0, 0, 0 from issuance`,
      ...reseal,
    ],
  },
  'issued-in-its-quarter': {
    how: 'an issuance is put to the account of another run',
    statements: [
      `update issuance set run_id = (select id from issuance_run where quarter = '2017-Q4') where id = ${issuance('MSS700003', '2017-09')}`,
    ],
  },
  'issued-after-the-window': {
    how: 'a run is dated back to the last hour of the window',
    statements: [`update issuance_run set reported_at = '2018-01-06T04:30:00Z' where quarter = '2017-Q4'`],
  },
  'runs-in-order': {
    how: 'a report is thawed although the next one is frozen',
    statements: [
      'alter table issuance_run drop constraint issuance_run_is_frozen_before_it_is_issued',
      `delete from gis_report where run_id = (select id from issuance_run where quarter = '2017-Q3')`,
      `update issuance_run set frozen_at = null where quarter = '2017-Q3'`,
    ],
  },
  'minted-after-the-report': {
    how: 'a run is marked as unfinished although the next one is issued',
    statements: [`update issuance_run set completed_at = null where quarter = '2017-Q3'`],
  },
  'report-is-as-frozen': {
    how: 'another file is said to have been reported',
    statements: [
      `update gis_report set sha256 = sha256('another file') where run_id = (select id from issuance_run where quarter = '2017-Q3')`,
    ],
  },
  'certificates-go-to-the-holder': {
    how: 'the holder of an asset is another one after it was issued',
    statements: [
      `update gis_asset_holder set gis_account_id = ${account('second')} where asset_id = ${asset('MSS700003')}`,
    ],
  },
  'batch-is-what-was-minted': {
    how: 'a batch, its entry and its holding have a certificate more than was minted',
    statements: [
      `update certificate_batch set quantity = quantity + 1 where id = ${batch('NON700001', '2017-10')}`,
      `update ledger_entry set last_serial = last_serial + 1 where batch_id = ${batch('NON700001', '2017-10')}`,
      `update certificate_holding set last_serial = last_serial + 1 where batch_id = ${batch('NON700001', '2017-10')}`,
      ...reseal,
    ],
  },
  'batch-is-entered-once': {
    how: 'entry and holding of a batch name another account than the issuance',
    statements: [
      `update ledger_entry set to_gis_account_id = ${account('second')} where batch_id = ${batch('NON700001', '2017-10')}`,
      `update certificate_holding set gis_account_id = ${account('second')} where batch_id = ${batch('NON700001', '2017-10')}`,
      ...reseal,
    ],
  },
  'entry-names-its-batch': {
    how: 'a retirement is put to another vintage',
    statements: [`update ledger_entry set vintage_month = '2017-08-01' where kind = 'RETIRE'`, ...reseal],
  },
  'remainder-is-entered-once': {
    how: 'a remainder is entered larger than it is',
    statements: [
      `update ledger_entry set remainder_mwh = remainder_mwh + 0.1
       where kind = 'RETIRE_REMAINDER' and issuance_id = ${issuance('NON700001', '2017-09')}`,
      ...reseal,
    ],
  },
  'rolled-back-when-replaced': {
    how: 'more of a remainder is taken back than there was',
    statements: [
      `update ledger_entry set remainder_mwh = remainder_mwh + 0.1
       where kind = 'ROLL_BACK_REMAINDER' and issuance_id = ${issuance('NON700001', '2017-12')}`,
      ...reseal,
    ],
  },
  'holdings-cover-batches': {
    how: 'certificates vanish',
    statements: [
      `delete from certificate_holding where batch_id = ${batch('NON700001', '2017-07')} and first_serial = 10`,
    ],
  },
  'holdings-follow-entries': {
    how: 'certificates change hands without an entry',
    statements: [
      `update certificate_holding set gis_account_id = ${account('second')}
       where batch_id = ${batch('NON700001', '2017-07')} and first_serial = 10`,
    ],
  },
  'everything-is-in-a-unit': {
    how: 'the last unit of a chain is cut off, and the head set back',
    statements: [`delete from ledger_unit where ${lastUnit}`, moveHeads],
  },
  'entries-are-numbered': {
    how: 'an entry is numbered past the others',
    statements: [`update ledger_entry set position = 7 where kind = 'RETIRE'`, ...reseal],
  },
  'chain-has-no-gap': {
    how: 'a unit is renumbered with all that is in it',
    statements: [
      `update ledger_unit set sequence = 10 where ${lastUnit}`,
      ...['issuance', 'adjustment', 'ledger_entry'].map(
        table => `update ${table} set unit_sequence = 10 where asset_id = ${asset('NON700001')} and unit_sequence = 9`,
      ),
      ...reseal,
    ],
  },
  'chain-is-linked': {
    how: 'a unit is hashed over something else than the unit before',
    statements: [
      `update ledger_unit set previous_hash = decode(repeat('11', 32), 'hex') where ${lastUnit}`,
      `update ledger_unit u set hash = sha256(convert_to(${textOfUnit}, 'UTF8')) where ${lastUnit}`,
      moveHeads,
    ],
  },
  'hashes-are-true': {
    how: 'another reason is written under a correction',
    statements: [`update ledger_unit set reason = 'something else' where ${lastUnit}`],
  },
  'head-is-the-last-unit': {
    how: 'the head of a chain is set to zero',
    statements: [
      `update ledger_stream set head_hash = decode(repeat('00', 32), 'hex') where asset_id = ${asset('NON700001')}`,
    ],
  },
};

/** Further ways to break a law that looks in two places. */
export const furtherBreaks: readonly (Break & { readonly law: string; readonly also?: string })[] = [
  {
    law: 'used-production-is-what-was-read',
    how: 'an adjustment takes in a kWh more than was read, in all of its figures',
    statements: [
      `update adjustment_use set production_kwh = production_kwh + 1, eligible_kwh = eligible_kwh + 1
       where adjustment_id = ${waiting('2017-07')} and sign = 1`,
      `update ledger_entry set adjusted_mwh = adjusted_mwh + 0.0008 where adjustment_id = ${waiting('2017-07')}`,
      `update adjustment set production_kwh = production_kwh + 1, eligible_kwh = eligible_kwh + 1, reported_mwh = reported_mwh + 0.001,
         eligible_mwh = eligible_mwh + 0.0008 where id = ${waiting('2017-07')}`,
      ...reseal,
    ],
  },
  {
    law: 'factor-is-the-statements',
    how: 'a debit is made by a smaller factor, in all of its figures',
    statements: [
      `update ledger_entry set adjusted_mwh = -0.5 where adjustment_id = ${waiting('2017-07')}`,
      `update adjustment set srec_factor = 0.5, eligible_mwh = -0.5 where id = ${waiting('2017-07')}`,
      ...reseal,
    ],
  },
  {
    law: 'adjustment-goes-into-its-asset',
    also: 'nothing-is-lost',
    how: 'a credit of one asset goes into the next issuance of another, which adjusts by it',
    statements: [
      `update adjustment_application set issuance_id = ${issuance('NON700001', '2018-01')}
       where adjustment_id = (select id from adjustment where asset_id = ${asset('MSS700002')})`,
      `update issuance set adjustment_mwh = adjustment_mwh + 3, minted = minted + 3 where id = ${issuance('NON700001', '2018-01')}`,
      `update issuance set adjustment_mwh = adjustment_mwh - 3, minted = minted - 3 where id = ${issuance('MSS700002', '2018-01')}`,
      ...reseal,
    ],
  },
];
