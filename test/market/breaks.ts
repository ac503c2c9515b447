import type { Break } from '../ledger/breaks.js';

const account = (name: string) => `(select id from gis_account where name = '${name}')`;
const batch = `(select b.id from certificate_batch b join gis_asset a on a.id = b.asset_id
  where a.gis_id = 'MSS700002' and b.vintage_month = '2017-07-01')`;

/** A transfer that somebody made up: of two certificates, with its range. */
const forged = (state: 'OFFERED' | 'ACCEPTED' | 'REJECTED', quantity = 2) => [
  `insert into transfer (from_gis_account_id, to_gis_account_id, state, quantity, proposed_by_organisation_id, decided_at, decided_by,
     created_at, created_by)
   select ${account('first')}, ${account('second')}, '${state}', ${quantity}, (select min(id) from organisation),
     ${state === 'OFFERED' ? 'null, null' : `'2018-02-01', (select min(id) from account)`}, '2018-02-01', (select min(id) from account)`,
  `insert into transfer_range select max(id), ${batch}, 3, 4 from transfer`,
];

/** For each law of the market one way to break it that no other law notices; made of what any world with issued quarters has. */
export const marketBreaks: Readonly<Record<string, Break>> = {
  'transfer-is-its-ranges': { how: 'a transfer says more than its ranges', statements: forged('REJECTED', 3) },
  'pending-is-offered-once': { how: 'what is active is offered', statements: forged('OFFERED') },
  'transfers-are-entered-once': { how: 'a transfer is accepted without an entry', statements: forged('ACCEPTED') },
  'standing-transfers-are-executed-once': {
    how: "a month is executed by a transfer that is nobody's",
    statements: [
      `insert into standing_transfer (alias, from_gis_account_id, to_gis_account_id, program, begin_month, end_month, method,
         monthly_quantity, priority, fill, irrevocable, state, created_at, created_by)
       select 'forged', ${account('first')}, ${account('second')}, 'SREC_I', '2017-07-01', '2017-07-01', 'AMOUNT', 2, 0, 'PARTIAL',
         false, 'APPROVED', '2018-02-01', (select min(id) from account)`,
      ...forged('REJECTED'),
      `insert into standing_transfer_execution (standing_transfer_id, month, asked, moved, transfer_id, occurred_at)
       select (select max(id) from standing_transfer), '2017-07-01', 2, 2, (select max(id) from transfer), '2018-02-01'`,
    ],
  },
  'retirements-have-their-use': {
    how: 'a certificate that nobody retired is used for compliance',
    statements: [
      `insert into certificate_use (entry_id, purpose, organisation_id, compliance_year)
       select min(e.id), 'COMPLIANCE', (select organisation_id from gis_account where name = 'first'), 2017
       from ledger_entry e where e.kind = 'MINT'`,
    ],
  },
  'closed-year-is-over': {
    how: 'a year is marked as closed while its certificates are in use',
    statements: [
      `insert into trading_year (year, closed_at, closed_by, reason, completed_at)
       select 2017, '2018-06-16T12:00:00Z', (select min(id) from account), 'forged', '2018-06-16T12:00:00Z'`,
    ],
  },
};
