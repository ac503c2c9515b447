/*
 * A DAS provider: what is not reported yet, a dry run, a file of readings, the same file again, its receipt, and a new credential.
 *
 *   node examples/das-provider.mjs [--url http://127.0.0.1:4000] [--credentials FILE]
 *
 * It moves no clock. While no reporting window is open it does the dry run alone, which then says so for each row.
 * It leaves the readings of its systems, and the receipt of the file that brought them.
 */
import { ask, credentialOf, newKey, pages, Refused, request, say } from './api.mjs';

const credential = credentialOf('SYSTEM_REPRESENTATIVE');
const { me, reportingWindow, clock } = await ask(
  credential,
  '{ me { name organisation { name } } reportingWindow { month closesAt isOpen } clock { now } }',
);
say(`${me.organisation.name}, ${me.name}. It is ${clock.now} for the PTS.`);
say(
  `The window of ${reportingWindow.month} is ${reportingWindow.isOpen ? `open until ${reportingWindow.closesAt}` : 'not open'}.`,
);

// 1. What is not reported, the largest first.
const missing = [];
for await (const each of pages(
  async after =>
    (
      await ask(
        credential,
        `query ($after: String) { systemsNotReported(order: CAPACITY, first: 500, after: $after) {
          edges { node { system { ptsId capacityKw lastReading { month valueKwh } } meterLabels expectedKwh atRisk { certificates } } }
          pageInfo { hasNextPage endCursor } } }`,
        { after },
      )
    ).systemsNotReported,
)) {
  missing.push(each);
}
say(`\nNot reported: ${missing.length} systems.`);
for (const { system, expectedKwh, atRisk } of missing) {
  say(`  ${system.ptsId}: expected ${expectedKwh ?? '?'} kWh, ${atRisk?.certificates ?? 0} certificates at risk`);
}

// 2. What the meters say. Here: a little more than the last time; where all is reported, once more what was.
const rows = missing.length > 0 ? missing.flatMap(readingsOf) : await lastReadings();
rows.push({ ptsId: 'PTS-PV1999-1', readAt: clock.now, valueKwh: '1', key: 'not-ours' }); // one that will be refused
const csv = [
  'ptsId,meterLabel,readAt,valueKwh,key',
  ...rows.map(({ ptsId, meterLabel = 'main', readAt, valueKwh, key }) =>
    [ptsId, meterLabel, readAt, valueKwh, key].map(field => `"${field.replaceAll('"', '""')}"`).join(','),
  ),
  '',
].join('\r\n');

// 3. A dry run: everything is checked, nothing is kept. It needs a key too, and does not use it up.
const key = newKey('readings');
const dry = await upload(key, '?dryRun=true');
say(`\nDry run: ${dry.accepted} good, ${dry.duplicates} known already, ${dry.refused} refused of ${dry.rows}.`);

if (reportingWindow.isOpen) {
  // 4. For real, and again with the same key, as after a connection that broke: nothing is stored twice.
  const done = await upload(key);
  say(`Sent: ${done.state}, ${done.accepted} accepted, ${done.duplicates} duplicates, ${done.refused} refused.`);
  const again = await upload(key);
  say(
    `Sent again under the same key: ${again.replayedRows} of ${again.rows} rows answered from the receipt ${again.receipt}.`,
  );

  // 5. The receipt, and what became of each row, at any time.
  const { upload: receipt } = await (await get(done.receipt)).json();
  say(`Receipt ${receipt.id}: ${receipt.state}, ${receipt.rows} rows.`);
  for (const line of (await (await get(done.outcomes)).text()).trim().split('\n')) {
    const { key: row, status, month, productionKwh, code, expected } = JSON.parse(line);
    say(`  ${row}: ${status} ${code ?? `${month}: ${productionKwh} kWh`}${expected ? ` (expected ${expected})` : ''}`);
  }
} else {
  say('Nothing is sent while no window is open. In a sandbox, staff opens one: npx pts clock 2018-11-30T12:00:00Z');
}

await rotate();

/** A reading of each meter that has none. */
function readingsOf({ system, meterLabels, expectedKwh }) {
  return meterLabels.map(meterLabel => ({
    ptsId: system.ptsId,
    meterLabel,
    readAt: clock.now,
    valueKwh: sum(system.lastReading?.valueKwh ?? '0', expectedKwh ?? '100'),
    key: `${system.ptsId}/${meterLabel}`,
  }));
}

/** What was accepted last of its systems, as if a job were run twice. */
async function lastReadings() {
  const { systems } = await ask(
    credential,
    '{ systems(first: 500) { edges { node { ptsId lastReading { readAt valueKwh } } } } }',
  );
  return systems.edges
    .filter(({ node }) => node.lastReading)
    .map(({ node: { ptsId, lastReading } }) => ({ ptsId, ...lastReading, key: ptsId }));
}

/** Exact: in thousandths of a kWh, as whole numbers. */
function sum(...kwh) {
  const thousandths = kwh.reduce((total, text) => {
    const [whole, part = ''] = text.split('.');
    return total + BigInt(whole + part.slice(0, 3).padEnd(3, '0'));
  }, 0n);
  return `${thousandths / 1_000n}.${String(thousandths % 1_000n).padStart(3, '0')}`;
}

async function upload(idempotencyKey, words = '') {
  const headers = {
    'content-type': 'text/csv',
    'idempotency-key': idempotencyKey,
    authorization: `Bearer ${credential}`,
  };
  const answer = await request(`/readings${words}`, { method: 'POST', headers, body: csv });
  const { upload: summary, errors } = await answer.json();
  if (errors) throw new Refused(errors[0]);
  return summary;
}

function get(path, secret = credential) {
  return request(path, { headers: { authorization: `Bearer ${secret}` } });
}

/**
 * Two credentials are alive at a time: the new one is put in place, then the old one revoked, and nothing stands still. Here it is the
 * new one that is revoked, so that the one on the screen of `npm start` stays good.
 */
async function rotate() {
  const until = new Date(Date.parse(clock.now) + 24 * 3_600_000).toISOString();
  const { rotateApiCredential: made } = await ask(
    credential,
    `mutation ($until: DateTime!, $key: String!) { rotateApiCredential(
       input: { label: "example", scopes: [READ, REPORT], expiresAt: $until }, idempotencyKey: $key) { credentialId secret expiresAt } }`,
    { until, key: newKey('rotate') },
  ).catch(error => {
    if (error.code !== 'CONFLICT') throw error;
    say(`\nNo new credential: two are alive already (${error.facts.credentialIds.join(', ')}); revoke one first.`);
    return {};
  });
  if (!made) return;
  say(`\nA second credential, until ${made.expiresAt}, may read and report; its secret is shown this once.`);
  try {
    const { me: same } = await ask(made.secret, '{ me { name } }');
    say(`It is good: ${same.name}.`);
  } finally {
    await ask(
      credential,
      'mutation ($id: ID!, $key: String!) { revokeApiCredential(input: { credentialId: $id }, idempotencyKey: $key) { credentialId } }',
      { id: made.credentialId, key: newKey('revoke') },
    );
  }
  const refused = await ask(made.secret, '{ me { name } }').catch(error => error);
  say(`Revoked, it is refused: ${refused.code}.`);
}
