/** A run of the conformance sandbox with a row in each of its tables. */
export const conformancePapers: readonly string[] = [
  `insert into conformance_run (organisation_id, label, list_version, clock_at, created_at, created_by)
   select organisation_id, 'one', 1, now(), now(), id from account limit 1`,
  `insert into conformance_reading (run_id, meter, month, read_at, value_kwh)
   select id, 1, '2024-04-01', now(), 1 from conformance_run`,
  `insert into conformance_call (run_id, sequence, kind, key, content_hash, dry_run, replayed, row_count, rows, clock_at, receipt_code,
     occurred_at)
   select id, 1, 'SUBMIT', 'one', 'x', false, false, 0, '[]', now(), 'x', now() from conformance_run`,
  `insert into conformance_pass (run_id, case_id, sequence, occurred_at) select id, 'one', 1, now() from conformance_run`,
  `insert into conformance_certificate (run_id, organisation_id, list_version, issued_on, valid_until, sha256)
   select id, organisation_id, 1, '2024-05-01', '2026-05-01', 'x' from conformance_run`,
];
