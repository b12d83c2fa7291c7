import type { Assignment } from '../audit/assignment';
import { ann, bodyOf, csv, read, run, stateOf } from './exchange.fixture';

describe('a file filled in', () => {
  it('may have its columns in any order, some left out, and others that are none of ours', async () => {
    const file = csv('score;ACTION ID;Mood;Evidence', '2;A1-01;good;Minutes', '0;A1-02;;');
    expect(await read(file, stateOf({}))).toMatchObject({
      rows: 2,
      creates: 2,
      ignoredColumns: ['Mood'],
      fileVersion: null,
    });
    expect(await run(file, stateOf({}))).toEqual([
      {
        type: 'assessment.ActionAnswered',
        data: { actionId: 'A1-01', from: null, to: { score: 2, evidence: 'Minutes' } },
      },
      { type: 'assessment.ActionAnswered', data: { actionId: 'A1-02', from: null, to: { score: 0 } } },
    ]);
  });

  it('leaves as it was what its columns do not speak of', async () => {
    const state = stateOf({ 'A1-01': { score: 1, evidence: 'Minutes', links: [{ url: 'https://a.example/' }] } });
    const [event] = await run(csv('Action id,Score,Reason', 'A1-01,2,Looked again'), state);
    expect(event!.data).toMatchObject({
      to: { score: 2, evidence: 'Minutes', links: [{ url: 'https://a.example/' }] },
      reason: 'Looked again',
    });
  });

  it('takes evidence away where its cell was emptied, with a reason', async () => {
    const state = stateOf({ 'A1-01': { score: 1, evidence: 'Minutes' } });
    const file = csv('Action id,Score,Evidence', 'A1-01,1,');
    expect(await read(file, state)).toMatchObject({
      refusals: [{ row: 2, column: 'Reason', rule: 'say why the answer changes.' }],
    });
    expect((await run(file, state, 'They were of another year'))[0]).toMatchObject({ data: { to: { score: 1 } } });
  });

  it('says not relevant with its because, and confirms what was carried over', async () => {
    const state = stateOf({}, { 'A1-02': { score: 3 }, 'A1-03': { score: 1 }, 'A1-04': { score: 2 } });
    const file = csv(
      'Action id,State,Score,Not relevant because',
      'A1-01,not relevant,,We sell in one country.',
      'A1-02,answered,3,',
      'A1-03,unconfirmed,1,',
      'A1-04,answered,3,',
    );
    const outcome = await read(file, state);
    expect(outcome).toMatchObject({ creates: 1, confirms: 1, unchanged: 1, changes: 1, refusals: [] });
    expect(outcome.answers.map(({ actionId, kind }) => [actionId, kind])).toEqual([
      ['A1-01', 'new'],
      ['A1-02', 'confirmed'],
      ['A1-04', 'changed'],
    ]);
    expect((await run(file, state)).map(({ type }) => type)).toEqual([
      'assessment.ActionAnswered',
      'assessment.AnswerConfirmed',
      'assessment.ActionAnswered',
    ]);
  });

  it.each([
    ['Action id,Score', 'A1-99,1', 'Action id', 'there is no action with the id A1-99.'],
    ['Action id,Score', ',1', 'Action id', 'names no action.'],
    ['Action id,Score', 'A1-01,4', 'Score', 'must be 0, 1, 2 or 3'],
    ['Action id,Score', 'A1-01,done', 'Score', 'must be 0, 1, 2 or 3'],
    ['Action id,State,Score', 'A1-01,answered,', 'Score', 'must be 0, 1, 2 or 3'],
    ['Action id,State,Score', 'A1-01,perhaps,1', 'State', 'must be one of answered, not relevant'],
    ['Action id,State,Score', 'A1-01,not relevant,', 'Not relevant because', 'say why the action is not relevant.'],
    [
      'Action id,Score,Not relevant because',
      'A1-01,1,No need',
      'Not relevant because',
      'goes only with an empty score',
    ],
    ['Action id,Score,Evidence date', 'A1-01,1,01.03.2025', 'Evidence date', 'must be a date such as 2025-03-01.'],
    ['Action id,Score,Evidence date', 'A1-01,1,2025-04-01', 'Evidence date', 'cannot be dated in the future'],
    ['Action id,Score,Confidence', 'A1-01,1,sure', 'Confidence', 'must be low, medium or high.'],
    ['Action id,Score,Links', 'A1-01,1,javascript:alert(1)', 'Links', 'begin with http:// or https://'],
    ['Action id,Score,Audit id', 'A1-01,1,audit-2', 'Audit id', 'exported from another audit'],
    ['Action id,Score,Catalogue version', 'A1-01,1,7', 'Catalogue version', 'another version of the catalogue'],
  ])('is refused by row and column: %s / %s', async (header, line, column, rule) => {
    const file = csv(header, line);
    const { refusals } = await read(file, stateOf({}));
    expect(refusals).toEqual([{ row: 2, column, rule: expect.stringContaining(rule) as string }]);
    await expect(run(file, stateOf({}))).rejects.toMatchObject({ status: 422, code: 'import.refused' });
  });

  it('is refused as a whole for one row, and names every row that is wrong', async () => {
    const file = csv('Action id,Score,Confidence', 'A1-01,1,', 'A1-02,9,sure', 'A1-01,2,', 'A1-03,3,');
    await expect(run(file, stateOf({}))).rejects.toMatchObject({
      message: 'Nothing was imported, because 2 rows were refused.',
      details: {
        refusals: [
          { row: 3, column: 'Score' },
          { row: 3, column: 'Confidence' },
          { row: 4, column: 'Action id', rule: 'names the action A1-01 for the second time.' },
        ],
      },
    });
  });

  it('lets an assessor answer the own part only; the rest may stand in the file unchanged', async () => {
    const part: Assignment[] = [{ personId: ann, part: { kind: 'period', phase: 'A', period: 1 } }];
    const state = stateOf({ 'A2-01': { score: 1 } }, {}, part);
    const file = csv('Action id,Score', 'A1-01,2', 'A2-01,1');
    expect(await read(file, state)).toMatchObject({ creates: 1, unchanged: 1, refusals: [] });
    expect(await read(csv('Action id,Score,Reason', 'A2-01,2,So'), state)).toMatchObject({
      refusals: [{ row: 2, column: 'Action id', rule: expect.stringContaining('Only an assessor assigned') as string }],
    });
  });

  it('changes nothing in an audit that is signed off', async () => {
    const signedOff = { ...stateOf({}), signedOff: { pinned: 3, digest: 'x' } };
    await expect(run(csv('Action id,Score', 'A1-01,1'), signedOff)).rejects.toMatchObject({ code: 'audit.signed-off' });
  });

  it.each([
    [csv('Action,Score', 'A1-01,1'), 'has no column "Action id"'],
    [csv('Action id,Mood', 'A1-01,1'), 'has no column that says an answer'],
    [csv('Action id,Score,score', 'A1-01,1,1'), 'has the column "Score" twice'],
  ])('is refused where its columns do not say enough (%#)', async (file, sentence) => {
    await expect(bodyOf(file)).rejects.toThrow(sentence);
  });
});
