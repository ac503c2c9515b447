import { type Api, startApi } from '../support/api.js';
import { dataOf } from '../support/ask.js';
import {
  apply,
  approval,
  goodUnit,
  makeOwnedSystem,
  makeParties,
  type Parties,
  refusal,
  review,
  setClock,
  statements,
} from './support.js';

let api: Api;
let parties: Parties;

beforeAll(async () => {
  api = await startApi();
  parties = await makeParties(api);
  await setClock(api, '2016-04-20T15:00:00Z');
});
afterAll(() => api.stop());

describe('the review', () => {
  /** Above 25 kW, on a roof, complete in the spring of 2017: the factor of its tier is only inferred. */
  const inferred = {
    ...goodUnit,
    interconnectedOn: '2017-04-03',
    mechanicallyCompleteOn: '2017-03-01',
    commercialOperationOn: '2017-04-03',
    extension: 'CONSTRUCTION_HALF_SPENT',
  };

  test('takes a source where no verified figure exists, and uses no inferred one', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    await setClock(api, '2017-04-20T15:00:00Z');
    const { requestId, qualification } = await apply(api, parties, ptsId, { unit: inferred });
    expect(qualification).toMatchObject({
      answer: { factorProposal: { status: 'UNKNOWN', sector: 'B', factor: null, assumedFactor: '0.7' } },
    });
    const entered = review(requestId, { srecFactor: '0.7', effectiveOn: '2017-04-03' });
    expect(await refusal(api, parties.staff.token, 'reviewQualification', entered)).toEqual({
      code: 'BAD_USER_INPUT',
      facts: { field: 'factorSource' },
    });
    const sourced = { ...entered, factorSource: 'DOER, letter of 2017-04-12' };
    const reviewed = await api.does('reviewQualification', sourced, parties.staff.token);
    expect(reviewed.qualification).toMatchObject({
      review: { srecFactor: '0.7', factorSource: 'DOER, letter of 2017-04-12', factorConfidence: 'DECISION' },
    });
    await setClock(api, '2016-04-20T15:00:00Z');
  });

  test('takes a source for another sector, factor or day than proposed; the last review counts', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    const { requestId } = await apply(api, parties, ptsId);
    const { token } = parties.staff;
    for (const [changed, field] of [
      [{ srecFactor: '0.8' }, 'factorSource'],
      [{ marketSector: 'C' }, 'factorSource'],
      [{ marketSector: null }, 'factorSource'],
      [{ srecFactor: null }, 'srecFactor'],
      [{ srecFactor: '1.1', factorSource: 'x' }, 'srecFactor'],
      [{ effectiveOn: '2016-01-20' }, 'effectiveSource'],
    ] as const) {
      expect(await refusal(api, token, 'reviewQualification', review(requestId, changed))).toMatchObject({
        code: 'BAD_USER_INPUT',
        facts: { field },
      });
    }
    const changed = {
      marketSector: 'C',
      srecFactor: '0.8',
      factorSource: 'letter',
      effectiveOn: '2016-01-20',
      effectiveSource: 'letter',
    };
    await api.does('reviewQualification', review(requestId, changed), token);
    await api.does('reviewQualification', review(requestId, { ...changed, effectiveOn: '2016-01-21' }), token);
    await api.does('decideQualification', approval(requestId), parties.regulator.token);
    const { system } = dataOf(await api.ask(token, statements, { ptsId }));
    expect(system).toMatchObject({
      qualification: {
        marketSector: 'C',
        effectiveOn: '2016-01-21',
        factorSource: 'letter',
        factorConfidence: 'DECISION',
      },
    });
  });

  test('is named by the decision: when staff reviewed it again since, neither a grant nor a denial is taken', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    const { requestId } = await apply(api, parties, ptsId);
    const { token } = parties.regulator;
    const decide = (changed: object) => refusal(api, token, 'decideQualification', approval(requestId, changed));
    const conflict = (reviewSequence: number, lastReviewSequence: number | null) => ({
      code: 'CONFLICT',
      facts: { requestId, reviewSequence, lastReviewSequence },
    });
    expect(await decide({ reviewSequence: 2 })).toEqual(conflict(2, null));
    const sequenceOfReview = async () => {
      await api.does('reviewQualification', review(requestId), parties.staff.token);
      const question = `{ request(id: "${requestId}") { events { sequence step } } }`;
      const { request } = dataOf(
        await api.ask<{ request: { events: { sequence: number; step: string }[] } }>(token, question),
      );
      return request.events.filter(({ step }) => step === 'REVIEWED').at(-1)?.sequence;
    };
    expect(await sequenceOfReview()).toBe(2);
    expect(await sequenceOfReview()).toBe(3);
    expect(await decide({ reviewSequence: 2 })).toEqual(conflict(2, 3));
    expect(await decide({ reviewSequence: 2, approve: false })).toEqual(conflict(2, 3));
    const named = approval(requestId, { reviewSequence: 3, sqNumber: 'PV-7300-16' });
    expect((await api.does('decideQualification', named, token)).state).toBe('APPROVED');
    expect((await decide({ reviewSequence: 2 })).code).toBe('REQUEST_NOT_OPEN');
  });

  test('has no effective date proposed where only an inferred deadline leads to one', async () => {
    const ptsId = await makeOwnedSystem(api, parties, { commercialOperationOn: '2016-07-10' });
    await setClock(api, '2016-11-10T15:00:00Z');
    const { requestId, qualification } = await apply(api, parties, ptsId);
    expect(qualification).toMatchObject({ answer: { effectiveOn: null, assumedEffectiveOn: '2016-07-10' } });
    const entered = review(requestId, { effectiveOn: '2016-07-10' });
    expect(await refusal(api, parties.staff.token, 'reviewQualification', entered)).toEqual({
      code: 'BAD_USER_INPUT',
      facts: { field: 'effectiveSource', proposed: null, assumed: '2016-07-10' },
    });
    await setClock(api, '2016-04-20T15:00:00Z');
  });

  test('is of what was submitted, and not of what was decided', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    const draft = await apply(api, parties, ptsId, { submit: false });
    const { token } = parties.staff;
    expect((await refusal(api, token, 'reviewQualification', review(draft.requestId))).code).toBe('NOT_FOUND');
    const { requestId } = await apply(api, parties, ptsId);
    await api.does('decideQualification', { requestId, approve: false, reason: 'no' }, parties.regulator.token);
    expect((await refusal(api, token, 'reviewQualification', review(requestId))).code).toBe('REQUEST_NOT_OPEN');
  });
});

describe('the decision', () => {
  test('waits for the review, and takes a number', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    const { requestId } = await apply(api, parties, ptsId);
    const { token } = parties.regulator;
    expect(await refusal(api, token, 'decideQualification', approval(requestId))).toEqual({
      code: 'REQUEST_NOT_OPEN',
      facts: { requestId, missing: 'reviewQualification' },
    });
    await api.does('reviewQualification', review(requestId), parties.staff.token);
    expect(await refusal(api, token, 'decideQualification', approval(requestId, { sqNumber: null }))).toMatchObject({
      code: 'BAD_USER_INPUT',
      facts: { field: 'sqNumber' },
    });
    expect((await api.does('decideQualification', approval(requestId), token)).state).toBe('APPROVED');
    expect((await refusal(api, token, 'decideQualification', approval(requestId))).code).toBe('REQUEST_NOT_OPEN');
  });

  test('denied: no statement, and the owner may apply again', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    const { requestId } = await apply(api, parties, ptsId);
    const denied = await api.does(
      'decideQualification',
      { requestId, approve: false, reason: 'no' },
      parties.regulator.token,
    );
    expect(denied).toMatchObject({ state: 'DENIED', ptsId, statementId: null, lastEligibleQuarter: null, flags: [] });
    const { system } = dataOf(await api.ask(parties.owner.token, statements, { ptsId }));
    expect(system).toEqual({ qualification: null, qualifications: [] });
    expect((await apply(api, parties, ptsId)).state).toBe('SUBMITTED');
  });

  test('to grant waits while a quarter is issued; to deny does not', async () => {
    const { token } = parties.regulator;
    const requestIds = [];
    for (const _ of ['granted', 'denied']) {
      const { requestId } = await apply(api, parties, await makeOwnedSystem(api, parties));
      await api.does('reviewQualification', review(requestId), parties.staff.token);
      requestIds.push(requestId);
    }
    const [granted, denied] = requestIds;
    await api.database.query(`select pg_advisory_lock(hashtextextended('issue-quarter', 0))`);
    const refused = await refusal(api, token, 'decideQualification', approval(granted));
    expect(refused.code).toBe('QUARTER_BEING_ISSUED');
    const denial = { requestId: denied, approve: false, reason: 'no' };
    expect((await api.does('decideQualification', denial, token)).state).toBe('DENIED');
    await api.database.query(`select pg_advisory_unlock(hashtextextended('issue-quarter', 0))`);
    expect((await api.does('decideQualification', approval(granted), token)).state).toBe('APPROVED');
  });

  test('of two at once one is taken', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    const { requestId } = await apply(api, parties, ptsId);
    await api.does('reviewQualification', review(requestId), parties.staff.token);
    const answers = await Promise.all(
      ['PV-1-16', 'PV-2-16', 'PV-3-16'].map(sqNumber =>
        api.mutate(parties.regulator.token, 'decideQualification', approval(requestId, { sqNumber })),
      ),
    );
    const codes = answers.map(({ errors }) => errors[0]?.extensions.code ?? 'taken');
    expect(codes.sort()).toEqual(['REQUEST_NOT_OPEN', 'REQUEST_NOT_OPEN', 'taken']);
    const { rows } = await api.database.query('select program from statement_of_qualification where request_id = $1', [
      requestId,
    ]);
    expect(rows).toHaveLength(2);
  });

  test('asks the rules again, and never grants a second statement at a time', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    const { requestId } = await apply(api, parties, ptsId);
    await api.does('reviewQualification', review(requestId), parties.staff.token);
    const { token } = parties.regulator;
    await api.database.query(`update system set state = 'NH' where pts_id = $1`, [ptsId]);
    expect(await refusal(api, token, 'decideQualification', approval(requestId))).toMatchObject({
      code: 'NOT_ELIGIBLE',
      facts: { reasons: ['NOT_IN_MASSACHUSETTS'] },
    });
    await api.database.query(`update system set state = 'MA' where pts_id = $1`, [ptsId]);
    const history = { ptsId, sqNumber: 'PV-9-15', program: 'SREC_I', effectiveOn: '2015-03-01', reason: 'history' };
    await api.does('grantQualification', history);
    expect(await refusal(api, token, 'decideQualification', approval(requestId))).toMatchObject({
      code: 'CONFLICT',
      facts: { rule: 'system_is_qualified_once_at_a_time' },
    });
  });
});
