/* Who there is: staff, forty owners of RECs, a DAS provider that reports for everybody, their credentials and accounts at the GIS. */

export async function insertParties(client, tokens, hashOf) {
  await client.query(`
    insert into organisation (id, kind, name, created_at)
      select n, 'COMPANY', 'Organisation ' || n, '2010-01-01' from generate_series(1001, 1042) n;
    insert into account (id, organisation_id, name, kinds, created_at)
      select n, n, 'Account ' || n,
             case when n = 1001 then '{STAFF}' when n < 1041 then '{REC_OWNER}' else '{SYSTEM_REPRESENTATIVE}' end::text[], '2010-01-01'
      from generate_series(1001, 1042) n;
    insert into das_provider (organisation_id, approved_on, reason, created_at) values (1041, '2010-01-01', 'bench', '2010-01-01');
    insert into gis_account (id, organisation_id, name, created_at)
      select n, n, 'bench', '2010-01-01' from generate_series(1002, 1040) n;
    insert into terms_acceptance (organisation_id, version_id, created_at, created_by)
      select n, (select max(v.id) from program_document_version v join program_document d on d.id = v.program_document_id
                 where d.slug = 'srec-terms-and-conditions'), '2010-01-01', 1001 from generate_series(1002, 1040) n;`);
  const accounts = { staff: 1001, aggregator: 1002, provider: 1041 };
  for (const [name, token] of Object.entries(tokens)) {
    await client.query(
      `insert into api_credential (account_id, label, secret_hash, created_at) values ($1, 'bench', $2, '2010-01-01')`,
      [accounts[name], hashOf(token)],
    );
  }
}
