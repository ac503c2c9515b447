const staff = '(select min(id) from account)';
const organisation = '(select min(id) from organisation)';
const first = `(select id from gis_account where name = 'first')`;
const second = `(select id from gis_account where name = 'second')`;
const batch = '(select min(id) from certificate_batch)';

/** One row of each table of the market, the auction and compliance, of which the small world has none. */
export const marketPapers: readonly string[] = [
  `insert into broker_authorization (principal_organisation_id, broker_organisation_id, from_on, reason, created_at, created_by)
   select min(id), max(id), '2018-01-01', 'one', now(), ${staff} from organisation`,
  `insert into transfer (from_gis_account_id, to_gis_account_id, state, quantity, proposed_by_organisation_id, created_at, created_by)
   values (${first}, ${second}, 'OFFERED', 2, ${organisation}, now(), ${staff})`,
  `insert into transfer_range select max(id), ${batch}, 3, 4 from transfer`,
  `insert into trading_year (year, closed_at, closed_by, reason) values (2009, now(), ${staff}, 'one')`,
  `insert into trading_period (quarter, opened_at, opened_by, reason) values ('2009-Q1', now(), ${staff}, 'one')`,
  `insert into standing_transfer (alias, from_gis_account_id, to_gis_account_id, program, begin_month, end_month, method,
     monthly_quantity, priority, fill, irrevocable, state, created_at, created_by)
   values ('one', ${first}, ${second}, 'SREC_I', '2017-07-01', '2017-07-01', 'AMOUNT', 2, 0, 'PARTIAL', false, 'APPROVED', now(), ${staff})`,
  `insert into standing_transfer_execution (standing_transfer_id, month, asked, moved, transfer_id, occurred_at)
   select standing.id, '2017-07-01', 2, 2, transfer.id, now() from standing_transfer standing, transfer`,
  `insert into auction (program, generation_year, price_dollars, price_source, fee_share, state, created_at, created_by)
   values ('SREC_I', 2017, 300, 'one', 0.05, 'DEPOSITING', now(), ${staff})`,
  `insert into auction_deposit (auction_id, gis_account_id, batch_id, first_serial, last_serial, entry_id, created_at, created_by)
   select auction.id, ${first}, ${batch}, 1, 2, (select min(id) from ledger_entry), now(), ${staff} from auction`,
  `insert into auction_bidder (auction_id, organisation_id, gis_account_id, tier, security_dollars, evidence, created_at, created_by)
   select id, ${organisation}, ${second}, 1, 0, 'one', now(), ${staff} from auction`,
  `insert into auction_round (auction_id, round, opens_at, closes_at, deposited, created_at, created_by)
   select id, 1, now(), now() + interval '1 hour', 2, now(), ${staff} from auction`,
  `insert into auction_bid (auction_id, round, organisation_id, volume, created_at, created_by)
   select id, 1, ${organisation}, 2, now(), ${staff} from auction`,
  `insert into supplier (organisation_id, kind, since_year, reason, created_at, created_by)
   values (${organisation}, 'COMPETITIVE', 2016, 'one', now(), ${staff})`,
  `insert into supplier_load (organisation_id, compliance_year, contracted_on, basic_service, sales_mwh, evidence, created_at, created_by)
   values (${organisation}, 2017, '2016-01-01', false, 1000, 'one', now(), ${staff})`,
  `insert into compliance_filing (organisation_id, compliance_year, state, content, submitted_at, created_at, created_by)
   values (${organisation}, 2017, 'SUBMITTED', '{}', now(), now(), ${staff})`,
  `insert into compliance_result (filing_id, program, obligation, new_used, acp_mwh, acp_dollars, newly_banked, surplus_lost)
   select id, 'SREC_I', 10, 10, 0, 0, 1, 0 from compliance_filing`,
  `insert into compliance_credit (organisation_id, program, from_year, quantity, filing_id)
   select organisation_id, 'SREC_I', 2017, 2, id from compliance_filing`,
  `insert into compliance_credit_use (credit_id, filing_id, quantity)
   select credit.id, filing.id, 1 from compliance_credit credit, compliance_filing filing`,
];
