import type { Api } from './support/api.js';
import { answerOf, ask } from './support/ask.js';
import { leastDocument, rootFields } from './support/documents.js';
import { holderMutations } from './support/market-samples.js';
import { askersOf, cell, operations, tableOf } from './support/matrix.js';
import { nodeIdOf, probes, serialNumberOf } from './support/probes.js';
import { type SampleWorld, samples } from './support/samples.js';
import { startWithSamples } from './support/start-with.js';
import { makeAccount, setClock } from './support/world.js';

let api: Api;
let world: SampleWorld;
/** Operation -> kind -> what it gets. */
const matrix: Record<string, Record<string, string>> = {};

/** When something is asked that has days of its own. */
const days: Readonly<Record<string, string>> = { 'Mutation.depositCertificates': '2025-05-20T15:00:00Z' };

beforeAll(async () => {
  ({ api, world } = await startWithSamples());
  for (const operation of operations) {
    const at = /^Mutation\.\w+Quarter$/.test(operation) ? '2024-07-20T15:00:00Z' : days[operation];
    if (at) await setClock(api, at);
    const answered = await Promise.all(
      askersOf(world).map(async asker => [asker.kind, await cell(api, world, operation, asker)] as const),
    );
    if (at) await setClock(api, '2024-04-28T15:00:00Z');
    matrix[operation] = Object.fromEntries(answered);
  }
}, 120_000);
afterAll(() => api.stop());

const rows = (type: string) => Object.entries(matrix).filter(([operation]) => operation.startsWith(`${type}.`));
const column = (kind: string, ...types: string[]) =>
  Object.fromEntries(types.flatMap(rows).map(([operation, cells]) => [operation, cells[kind]]));
/** What every account does with webhooks of its organisation; the samples are those of staff. */
const ofWebhooks = [
  ...['updateWebhook', 'pauseWebhook', 'resumeWebhook', 'endWebhook', 'testWebhook', 'redeliverWebhook'],
  'rotateWebhookSecret',
];
/** What a representative does in runs of the conformance sandbox of its organisation; nothing of it counts anywhere. */
const inRuns = ['moveConformanceClock', 'submitConformanceReadings', 'confirmConformanceReceipt'];
const ofSandbox = ['startConformanceRun', ...inRuns].map(name => `Mutation.${name}`);
const words = (cells: Readonly<Record<string, string | undefined>>) => [...new Set(Object.values(cells))];

describe('who may do what', () => {
  test('every operation and every guarded edge has a question, and no other', () => {
    const asked = [...Object.keys(probes), ...Object.keys(samples).map(name => `Mutation.${name}`)];
    expect(asked.sort()).toEqual([...operations].sort());
  });

  test('the matrix: every operation, every kind of account, its own rows and those of others', () => {
    expect(`\n${tableOf(matrix)}\n`).toMatchSnapshot();
  });

  /** What everybody with an account does for its own organisation, and what anybody may: the words for these mutations. */
  const papers = {
    'Mutation.fileDocument': 'yes',
    'Mutation.applyForRegistration': 'yes',
    'Mutation.rotateApiCredential': 'yes',
    'Mutation.startExport': 'yes',
    'Mutation.cancelExport': expect.stringMatching(/^yes$|^NOT_FOUND$/),
    'Mutation.revokeApiCredential': expect.stringMatching(/^yes$|^NOT_FOUND$/),
    'Mutation.withdrawRequest': expect.stringMatching(/^own, else NOT_FOUND$|^NOT_FOUND$/),
    'Mutation.createWebhook': 'yes',
    ...Object.fromEntries(ofWebhooks.map(name => [`Mutation.${name}`, expect.stringMatching(/^NOT_FOUND$|^yes$/)])),
  };
  /** Who holds a system cancels what others asked for about it. */
  const objection = 'Mutation.objectToChange';
  /** What changes nothing before somebody else has approved it. */
  const asks = /^Mutation\.(request|apply)/;
  const changes = (cells: Readonly<Record<string, string | undefined>>) => {
    expect(cells).toMatchObject(papers);
    return Object.fromEntries(
      Object.entries(cells).filter(
        ([operation]) =>
          !(operation in papers) &&
          !asks.test(operation) &&
          !trades.includes(operation) &&
          !ofSandbox.includes(operation),
      ),
    );
  };
  /** What holders of certificates do with them; what of it is not forbidden to a kind of account, and the word that it gets. */
  const trades = [...holderMutations, 'depositCertificates', 'placeBid'].map(name => `Mutation.${name}`);
  const traded = (kind: string) =>
    trades.flatMap(operation => {
      const word = matrix[operation]?.[kind];
      return word === 'FORBIDDEN' ? [] : [`${operation.replace('Mutation.', '')}: ${word}`];
    });
  const asked = (kind: string) =>
    Object.entries(column(kind, 'Mutation')).flatMap(([operation, word]) =>
      asks.test(operation) && word !== 'FORBIDDEN' ? [`${operation.replace('Mutation.', '')}: ${word}`] : [],
    );

  test('nobody gets anything without a credential, but an application and where it stands', () => {
    const cells = Object.entries(column('nobody', 'Query', 'System', 'Mutation'));
    expect(cells.filter(([, word]) => word !== 'UNAUTHENTICATED')).toEqual([
      ['Query.registrationStatus', 'yes'],
      ['Mutation.applyForRegistration', 'yes'],
    ]);
  });

  test('a system owner files and asks, and changes nothing', () => {
    const { [objection]: objects, ...others } = changes(column('SYSTEM_OWNER', 'Mutation'));
    expect(objects).toBe('own, else NOT_FOUND');
    expect(words(others)).toEqual(['FORBIDDEN']);
    expect(asked('SYSTEM_OWNER')).toEqual([
      'requestReporterChange: own, else NOT_FOUND',
      'requestRecTransfer: own, else NOT_FOUND',
      'requestHouseSale: own, else NOT_FOUND',
      'applyForMeterModel: yes',
      'applyForQualification: own, else NOT_FOUND',
      'applyForRegistration: yes',
    ]);
  });

  test('a system owner reads its systems and their production, and no ledger', () => {
    expect(column('SYSTEM_OWNER', 'Query', 'System')).toMatchObject({
      'Query.system': 'own, else null',
      'Query.systems': 'own, else empty',
      'Query.ledger': 'FORBIDDEN',
      'System.ledger': 'own: FORBIDDEN, else null',
      'System.issuances': 'own: FORBIDDEN, else null',
    });
  });

  test('a REC owner sees the ledger of its rights, accepts the terms, retires and trades its certificates, and changes nothing else', () => {
    expect(column('REC_OWNER', 'Query')).toMatchObject({
      'Query.system': 'own, else null',
      'Query.portfolio': 'own, else empty',
      'Query.ledger': 'own, else empty',
      'Query.certificates': 'own, else empty',
      'Query.adjustments': 'own, else empty',
      'Query.explainIssuance': 'own, else null',
      'Query.explainCertificate': 'own, else null',
    });
    const {
      'Mutation.retireCertificates': retires,
      'Mutation.acceptTerms': accepts,
      [objection]: objects,
      ...others
    } = changes(column('REC_OWNER', 'Mutation'));
    expect([retires, accepts]).toEqual(['own, else CERTIFICATES_NOT_HELD', 'own, else NOT_FOUND']);
    expect(objects).toBe('own, else NOT_FOUND');
    expect(words(others)).toEqual(['FORBIDDEN']);
    expect(traded('REC_OWNER')).toEqual([
      'offerTransfers: own, else NOT_FOUND',
      'moveToSubaccount: own, else CERTIFICATES_NOT_HELD',
      'acceptTransfer: NOT_FOUND',
      'rejectTransfer: NOT_FOUND',
      'withdrawTransfer: NOT_FOUND',
      'authorizeBroker: yes',
      'endBrokerAuthorization: NOT_FOUND',
      'offerStandingTransfer: own, else NOT_FOUND',
      'acceptStandingTransfer: NOT_FOUND',
      'rejectStandingTransfer: NOT_FOUND',
      'withdrawStandingTransfer: NOT_FOUND',
      'depositCertificates: own, else CERTIFICATES_NOT_HELD',
      'placeBid: BIDDER_NOT_QUALIFIED',
    ]);
    expect(asked('REC_OWNER')).toEqual([
      'requestReporterChange: own, else NOT_FOUND',
      'requestRecTransfer: own, else NOT_FOUND',
      'requestGisHolderChange: own, else NOT_FOUND',
      'applyForMeterModel: yes',
      'applyForQualification: own, else NOT_FOUND',
      'applyForRegistration: yes',
    ]);
  });

  test('only a representative reports production, and only of systems that it represents', () => {
    expect(matrix['Mutation.submitReadingColumns']).toEqual(matrix['Mutation.submitReadings']);
    expect(matrix['Mutation.submitReadings']).toEqual({
      nobody: 'UNAUTHENTICATED',
      SYSTEM_OWNER: 'FORBIDDEN',
      REC_OWNER: 'FORBIDDEN',
      REPRESENTATIVE: 'own, else NOT_REPRESENTED',
      'DAS provider': 'own, else NOT_REPRESENTED',
      'those three': 'own, else NOT_REPRESENTED',
      SUPPLIER: 'FORBIDDEN',
      BROKER: 'FORBIDDEN',
      STAFF: 'FORBIDDEN',
      REGULATOR: 'FORBIDDEN',
    });
  });

  test('a DAS provider does nothing but report, for systems that chose it', () => {
    const {
      'Mutation.submitReadings': reports,
      'Mutation.submitReadingColumns': reportsColumns,
      ...others
    } = changes(column('DAS provider', 'Mutation'));
    expect([reports, reportsColumns]).toEqual(Array(2).fill('own, else NOT_REPRESENTED'));
    expect(words(others)).toEqual(['FORBIDDEN']);
    expect(asked('DAS provider')).toEqual([
      'applyForMeterModel: yes',
      'applyAsDasProvider: yes',
      'applyForRegistration: yes',
    ]);
  });

  test('a representative tries itself in runs of its own; staff and the regulator look at them', () => {
    for (const operation of ofSandbox) {
      const own = operation.endsWith('startConformanceRun') ? 'yes' : 'own, else NOT_FOUND';
      expect({ operation, ...matrix[operation] }).toEqual({
        ...{ operation, nobody: 'UNAUTHENTICATED', SYSTEM_OWNER: 'FORBIDDEN', REC_OWNER: 'FORBIDDEN' },
        ...{ REPRESENTATIVE: own, 'DAS provider': own, 'those three': own },
        ...{ SUPPLIER: 'FORBIDDEN', BROKER: 'FORBIDDEN', STAFF: 'FORBIDDEN', REGULATOR: 'FORBIDDEN' },
      });
    }
    expect(matrix['Query.conformanceRun']).toMatchObject({
      ...{ REC_OWNER: 'FORBIDDEN', REPRESENTATIVE: 'own, else null', STAFF: 'yes', REGULATOR: 'yes' },
    });
  });

  test('a supplier trades as a REC owner does, bids, enters its load and files, and sees no certificates but its own', () => {
    const {
      'Mutation.retireCertificates': retires,
      'Mutation.enterSupplierLoad': enters,
      'Mutation.submitFiling': files,
      ...others
    } = changes(column('SUPPLIER', 'Mutation'));
    expect([retires, enters, files]).toEqual(['CERTIFICATES_NOT_HELD', 'yes', 'yes']);
    expect(words(others)).toEqual(['FORBIDDEN']);
    const names = (kind: string) => traded(kind).map(line => line.split(':')[0]);
    expect(names('SUPPLIER')).toEqual(names('REC_OWNER'));
    expect(traded('SUPPLIER').filter(line => line.endsWith('yes'))).toEqual(['authorizeBroker: yes', 'placeBid: yes']);
    expect(column('SUPPLIER', 'Query')).toMatchObject({
      'Query.certificates': 'empty',
      'Query.ledger': 'empty',
      'Query.transfer': 'null',
      'Query.transfers': 'empty',
      'Query.system': 'null',
    });
  });

  test('a broker offers for those who authorized it, and does nothing else', () => {
    expect(words(changes(column('BROKER', 'Mutation')))).toEqual(['FORBIDDEN']);
    expect(traded('BROKER')).toEqual(['offerTransfers: NOT_FOUND']);
    expect(column('BROKER', 'Query')).toMatchObject({
      'Query.transfers': 'empty',
      'Query.certificates': 'FORBIDDEN',
      'Query.standingTransfers': 'FORBIDDEN',
      'Query.suppliers': 'FORBIDDEN',
    });
  });

  test('staff administers and reads everything, and neither reports nor trades nor files nor decides for the regulator', () => {
    expect(traded('STAFF')).toEqual([]);
    const {
      'Mutation.submitReadings': reports,
      'Mutation.submitReadingColumns': reportsColumns,
      'Mutation.retireCertificates': retires,
      'Mutation.withdrawRequest': withdraws,
      'Mutation.objectToChange': objects,
      'Mutation.verifyRecTransfer': verifies,
      'Mutation.decideQualification': decides,
      'Mutation.applyAsDasProvider': applies,
      'Mutation.submitFiling': files,
      'Mutation.decideFiling': decidesFiling,
      ...all
    } = column('STAFF', 'Query', 'System', 'Mutation');
    const others = Object.fromEntries(
      Object.entries(all).filter(([operation]) => !trades.includes(operation) && !ofSandbox.includes(operation)),
    );
    expect([reports, retires, withdraws, objects]).toEqual(['FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND', 'FORBIDDEN']);
    expect(words({ verifies, decides, applies, files, decidesFiling })).toEqual(['FORBIDDEN']);
    expect(words(others)).toEqual(['yes']);
  });

  test('the regulator reads everything, decides and verifies, cancels requests, and changes nothing else', () => {
    expect(words(column('REGULATOR', 'Query', 'System'))).toEqual(['yes']);
    const {
      'Mutation.cancelRequest': cancels,
      'Mutation.verifyRecTransfer': verifies,
      'Mutation.decideQualification': decides,
      'Mutation.decideFiling': decidesFiling,
      ...others
    } = changes(column('REGULATOR', 'Mutation'));
    expect([cancels, verifies, decides, decidesFiling]).toEqual(['yes', 'yes', 'yes', 'yes']);
    expect(traded('REGULATOR')).toEqual([]);
    expect(words(others)).toEqual(['FORBIDDEN']);
    expect(asked('REGULATOR')).toEqual(['applyForRegistration: yes']);
  });

  test('an account of several kinds may do what each of them may, on its own rows', () => {
    const all = column('those three', 'Query', 'System', 'Mutation');
    const mayOne = (operation: string) =>
      ['SYSTEM_OWNER', 'REC_OWNER', 'REPRESENTATIVE'].some(kind => !matrix[operation]?.[kind]?.includes('FORBIDDEN'));
    expect(traded('those three').map(line => line.split(':')[0])).toEqual(
      traded('REC_OWNER').map(line => line.split(':')[0]),
    );
    const others = ['Mutation.revokeApiCredential', 'Mutation.cancelExport']; // the samples are somebody else's
    const own = ([name]: [string, unknown]) =>
      !trades.includes(name) && !others.includes(name) && !ofWebhooks.includes(name.replace('Mutation.', ''));
    for (const [operation, word] of Object.entries(all).filter(own)) {
      expect({ operation, word }).toEqual({
        operation,
        word: mayOne(operation) ? expect.stringMatching(/^yes$|^own, else /) : 'FORBIDDEN',
      });
    }
  });
});

describe('whose row', () => {
  test('a role opens nothing to an account of another kind of the same organisation', async () => {
    const { token } = await makeAccount(api, world.recOwner.organisationId, 'Clerk', ['SYSTEM_OWNER']);
    const { text } = await api.ask(token, '{ systems { edges { node { ptsId } } } }');
    expect(text).toMatch(/^\{"data":\{"systems":\{"edges":\[\]\}\},/);
  });

  const transferOfElm = ({ offers, elm }: SampleWorld) => offers[elm.gisId]?.transferId ?? '';
  const standingOfElm = ({ offers, elm }: SampleWorld) => offers[elm.gisId]?.standingTransferId ?? '';
  /** The samples of these name what is another's under ids so short that they are set by their field. */
  const inputWith = (name: string, input: object, id: string): object | null =>
    ({
      offerTransfers: {
        transfers: [{ fromGisAccountId: id, toGisAccountId: world.ash.gisAccountId, ranges: ['4999999 - 1 to 1'] }],
        reason: 'test',
      },
      offerStandingTransfer: { ...input, fromGisAccountId: id },
      enterSupplierLoad: { ...input, organisationId: id },
      endBrokerAuthorization: { authorizationId: id, reason: 'test' },
      ...Object.fromEntries(inRuns.map(each => [each, { ...input, runId: id }])),
    })[name] ??
    (/^(accept|reject|withdraw)Transfer$/.test(name) ? { transferId: id, reason: 'test' } : null) ??
    (/^(accept|reject|withdraw)StandingTransfer$/.test(name) ? { standingTransferId: id } : null);

  /** Operations that take an id and are open to others than staff and the regulator; the id of another, one of nobody. */
  const identified: Readonly<Record<string, (world: SampleWorld) => readonly [theirs: string, nobodys: string]>> = {
    'Query.transfer': all => [transferOfElm(all), '999999'],
    'Query.node': ({ elm }) => [nodeIdOf('System', elm.ptsId), nodeIdOf('System', 'MA-999999')],
    'Query.complianceDraft': ({ filer }) => [filer.organisationId, '999999'],
    'Query.complianceFiling': ({ filingIds }) => [filingIds[0] ?? '', '999999'],
    'Mutation.offerTransfers': ({ elm }) => [elm.gisAccountId, '999999'],
    'Mutation.acceptTransfer': all => [transferOfElm(all), '999999'],
    'Mutation.rejectTransfer': all => [transferOfElm(all), '999999'],
    'Mutation.withdrawTransfer': all => [transferOfElm(all), '999999'],
    'Mutation.moveToSubaccount': all => [all.certificates[all.elm.gisId]?.[9] ?? '', '4999999 - 1 to 1'],
    'Mutation.revokeApiCredential': ({ credentialIds }) => [credentialIds[0] ?? '', '999999'],
    'Mutation.endBrokerAuthorization': ({ authorizationIds }) => [authorizationIds[0] ?? '', '999999'],
    'Mutation.offerStandingTransfer': ({ elm }) => [elm.gisAccountId, '999999'],
    'Mutation.acceptStandingTransfer': all => [standingOfElm(all), '999999'],
    'Mutation.rejectStandingTransfer': all => [standingOfElm(all), '999999'],
    'Mutation.withdrawStandingTransfer': all => [standingOfElm(all), '999999'],
    'Mutation.enterSupplierLoad': ({ filer }) => [filer.organisationId, '999999'],
    'Query.webhook': ({ webhookIds }) => [webhookIds[0] ?? '', '999999'],
    ...Object.fromEntries(
      ofWebhooks.map(name => [
        `Mutation.${name}`,
        ({ webhookIds, endingIds, deliveryIds }: SampleWorld) =>
          [
            { endWebhook: endingIds, redeliverWebhook: deliveryIds }[name]?.[0] ?? webhookIds[0] ?? '',
            '999999',
          ] as const,
      ]),
    ),
    'Query.system': ({ elm }) => [elm.ptsId, 'PTS-PV2016-99999'],
    'Query.document': ({ elm, documents }) => [documents[elm.gisId] ?? '', '999999'],
    'Query.export': ({ exportIds }) => [exportIds[0] ?? '', '999999'],
    'Mutation.cancelExport': ({ exportIds }) => [exportIds[0] ?? '', '999999'],
    'Query.conformanceRun': ({ elm, conformanceRuns }) => [conformanceRuns[elm.ptsId]?.runId ?? '', '999999'],
    ...Object.fromEntries(
      inRuns.map(name => [
        `Mutation.${name}`,
        ({ elm, conformanceRuns }: SampleWorld) => [conformanceRuns[elm.ptsId]?.runId ?? '', '999999'] as const,
      ]),
    ),
    'Query.upload': ({ elm, uploadIds }) => [uploadIds[elm.ptsId] ?? '', '999999'],
    'Query.request': ({ elm, requests }) => [requests[elm.gisId]?.[0] ?? '', '999999'],
    'System.issuances': ({ elm }) => [elm.ptsId, 'PTS-PV2016-99999'],
    'System.ledger': ({ elm }) => [elm.ptsId, 'PTS-PV2016-99999'],
    'Query.explainIssuance': ({ elm }) => [elm.gisId, 'NON99999'],
    'Query.whatIf': ({ elm }) => [elm.gisId, 'NON99999'],
    'Query.explainCertificate': all => [serialNumberOf(all.elm, all), '4999999 - 1'],
    'Mutation.submitReadings': ({ elm }) => [elm.ptsId, 'PTS-PV2016-99999'],
    'Mutation.submitReadingColumns': ({ elm }) => [elm.ptsId, 'PTS-PV2016-99999'],
    'Mutation.requestReporterChange': ({ elm }) => [elm.ptsId, 'PTS-PV2016-99999'],
    'Mutation.requestRecTransfer': ({ elm }) => [elm.ptsId, 'PTS-PV2016-99999'],
    'Mutation.requestGisHolderChange': ({ elm }) => [elm.ptsId, 'PTS-PV2016-99999'],
    'Mutation.requestHouseSale': ({ elm }) => [elm.ptsId, 'PTS-PV2016-99999'],
    'Mutation.applyForQualification': ({ elm }) => [elm.ptsId, 'PTS-PV2016-99999'],
    'Mutation.acceptTerms': ({ elmOwner }) => [elmOwner.organisationId, '999999'],
    'Mutation.withdrawRequest': ({ elm, requests }) => [requests[elm.gisId]?.[0] ?? '', '999999'],
    'Mutation.objectToChange': ({ elm, objectionable }) => [objectionable[elm.gisId]?.[0] ?? '', '999999'],
    'Mutation.retireCertificates': all => [all.certificates[all.elm.gisId]?.[0] ?? '', '4999999 - 1 to 1'],
  };

  test('every operation that takes an id and is open to others than staff and regulator is on the list', () => {
    const opened = operations.filter(operation =>
      ['SYSTEM_OWNER', 'REC_OWNER', 'REPRESENTATIVE', 'SUPPLIER', 'BROKER'].some(
        kind => matrix[operation]?.[kind] !== 'FORBIDDEN',
      ),
    );
    const withoutId = [
      ...['fileDocument', 'applyForRegistration', 'applyForMeterModel', 'applyAsDasProvider', 'submitFiling'],
      ...['rotateApiCredential', 'startExport', 'createWebhook', 'startConformanceRun'],
      ...['authorizeBroker', 'depositCertificates', 'placeBid'], // brokers and auctions are there for everybody
    ].map(name => `Mutation.${name}`);
    const takesId = (operation: string) =>
      (operation.startsWith('Mutation.') && !withoutId.includes(operation)) ||
      (operation !== 'Query.auction' &&
        /\(id: |organisationId: |ptsId: |gisId: |serialNumber: /.test(probes[operation]?.query ?? ''));
    expect(opened.filter(takesId).sort()).toEqual(Object.keys(identified).sort());
  });

  test.each(Object.keys(identified))(
    '%s: what is another’s and what does not exist are one answer, byte for byte',
    async operation => {
      const [theirs, nobodys] = identified[operation]?.(world) ?? ['', ''];
      const name = operation.replace('Mutation.', '');
      const answers = async (token: string, id: string) => {
        const probe = probes[operation];
        const answer = probe
          ? await api.ask(token, probe.query, { id, ptsId: id, gisId: id, serialNumber: id })
          : await api.mutate(token, name, inputFor(name, theirs, id));
        return {
          status: answer.status,
          text: answer.text.replace(new RegExp(`(?<![\\w:])${id}(?!\\w)`, 'g'), 'THE ID'),
        };
      };
      const { owner, recOwner, representative, several, supplier, broker } = world;
      for (const { token } of [owner, recOwner, representative, several, supplier, broker]) {
        expect(await answers(token, theirs)).toEqual(await answers(token, nobodys));
      }
      const { text } = await answers(world.recOwner.token, theirs);
      expect(text).not.toContain('Elm');
    },
  );

  function inputFor(name: string, theirs: string, id: string): object {
    const sample = samples[name]?.(world, world.elm, 0) ?? {};
    return inputWith(name, sample, id) ?? withId(sample, theirs, id);
  }

  function withId(input: object, from: string, to: string): object {
    return JSON.parse(JSON.stringify(input).replaceAll(from, to)) as object;
  }
});

describe('without a credential', () => {
  test('introspection and __typename are answered', async () => {
    const { data, errors } = await api.ask(
      null,
      '{ __typename __schema { mutationType { name } } __type(name: "System") { name } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      __typename: 'Query',
      __schema: { mutationType: { name: 'Mutation' } },
      __type: { name: 'System' },
    });
  });

  test.each(
    [
      ...rootFields('Query').map(field => ['Query', field.name] as const),
      ...rootFields('Mutation').map(field => ['Mutation', field.name] as const),
    ].filter(([, name]) => name !== 'applyForRegistration' && name !== 'registrationStatus'),
  )('%s.%s is refused as unauthenticated', async (root, name) => {
    const { query, variables } = leastDocument(root, name);
    const { data, errors } = await api.ask(null, query, { ...variables });
    expect(errors.map(error => error.extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(data?.[name] ?? null).toBeNull();
  });
});

describe('a credential that is no good', () => {
  const withHeader = (authorization: string) =>
    fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: '{ __typename }' }),
    }).then(answerOf);

  test('is 401 UNAUTHENTICATED in the same words, be it malformed, unknown, expired or revoked', async () => {
    const { accountId } = world.owner;
    const expired = await api.does('createApiCredential', {
      accountId,
      label: 'old',
      expiresAt: '2024-04-01T00:00:00Z',
    });
    const revoked = await api.does('createApiCredential', { accountId, label: 'lost' });
    await api.does('revokeApiCredential', { credentialId: revoked.credentialId });
    const answers = [];
    for (const header of [
      'Basic eDp5',
      'Bearer two words',
      'Bearer pts_none',
      `Bearer ${expired.secret}`,
      `Bearer ${revoked.secret}`,
    ]) {
      answers.push(await withHeader(header));
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(401);
    expect(answers[0]?.data).toBeUndefined();
    expect(answers[0]?.errors).toEqual([
      {
        message: 'The credential is unknown, revoked or expired.',
        extensions: { code: 'UNAUTHENTICATED', help: expect.stringContaining('Authorization: Bearer') },
      },
    ]);
  });

  test('is none at all when nothing stands behind Bearer, as in the explorer before it is filled in', async () => {
    const { status, data } = await withHeader('Bearer ');
    expect({ status, data }).toEqual({ status: 200, data: { __typename: 'Query' } });
  });

  test('is refused from the instant at which it expires, and good until then', async () => {
    const { accountId } = world.owner;
    const { secret } = await api.does('createApiCredential', {
      accountId,
      label: 'short',
      expiresAt: '2024-05-01T00:00:00Z',
    });
    expect((await withHeader(`Bearer ${secret}`)).status).toBe(200);
    await api.does('setClock', { at: '2024-05-01T00:00:00Z' });
    expect((await withHeader(`Bearer ${secret}`)).status).toBe(401);
    await api.does('setClock', { at: '2024-04-28T15:00:00Z' });
  });
});

describe('the public endpoint', () => {
  const endpoint = () => `${api.url}/public/graphql`;
  const question = '{ systems(first: 1) { edges { node { ptsId town } } } minted { quarter withheld certificates } }';

  test('answers without login, by POST and by GET alike', async () => {
    const posted = await ask(endpoint(), null, question);
    const got = await fetch(`${endpoint()}?query=${encodeURIComponent(question)}`, {
      headers: { 'apollo-require-preflight': 'true' },
    }).then(answerOf);
    expect(posted.data).toEqual({
      systems: { edges: [{ node: { ptsId: world.oak.ptsId, town: 'Boston' } }] },
      minted: [{ quarter: '2024-Q1', withheld: true, certificates: null }], // of two systems
    });
    expect({ status: got.status, data: got.data }).toEqual({ status: 200, data: posted.data });
  });

  test('takes no mutation, and none of the fields that are private', async () => {
    const mutation = await ask(endpoint(), null, 'mutation { setClock(input: {}, idempotencyKey: "k") { now } }');
    const name = await ask(endpoint(), null, '{ systems { edges { node { name streetAddress } } } }');
    for (const { status, errors } of [mutation, name]) {
      expect(status).toBe(200);
      expect(errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });

  test('heeds no credential: a bad one is not even looked at', async () => {
    expect((await ask(endpoint(), 'pts_none', '{ __typename }')).data).toEqual({ __typename: 'Query' });
  });
});

test('a browser gets the explorer, a page that loads nothing from elsewhere, at both endpoints', async () => {
  for (const path of ['/graphql', '/public/graphql']) {
    const response = await fetch(`${api.url}${path}`, { headers: { accept: 'text/html' } });
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(page).toContain('GraphiQL');
    expect(page.match(/<(?:script|link|img)\b[^>]*(?:src|href)="(?:https?:)?\/\//g)).toBeNull();
  }
});
