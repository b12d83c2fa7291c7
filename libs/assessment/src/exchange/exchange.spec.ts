import { text as collected } from 'node:stream/consumers';
import type { RequestContext } from '@mainstay/event-sourcing';
import { csvStream, readTable, writeXlsx } from '@mainstay/tabular';
import fc from 'fast-check';
import type { Answer } from '../audit/answer';
import type { Assignment } from '../audit/assignment';
import { wholeAudit } from '../audit/assignment';
import type { OpenAudit } from '../audit/audit';
import type { AuditDetail } from '../audit/audit.views';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { answerColumns, answerLines } from './answer-sheet';
import { importAnswers, readImport } from './import-answers';
import { outcomeOf } from './exchange.views';
import { answerSheetOf } from './read-answers';
import { spokenCatalogue } from './spoken-catalogue';

const ann = 'person-ann';
const auditId = 'audit-1';
const at = '2025-03-01T10:00:00.000Z';
const context = {
  tenant: 'acme',
  actor: ann,
  roles: [],
  correlation: 'r',
  now: new Date('2025-03-10T12:00:00Z'),
} as RequestContext;

type Answers = Record<string, Answer>;

const stateOf = (given: Answers, carried: Answers = {}, assignments: Assignment[] = wholeAudit([ann])): OpenAudit =>
  ({
    kind: 'open',
    title: 'Spring audit',
    catalogueVersion: 1,
    auditDate: '2025-03-01',
    assignments,
    given: Object.fromEntries(Object.entries(given).map(([id, answer]) => [id, { answer, by: ann, at }])),
    carried: Object.fromEntries(
      Object.entries(carried).map(([actionId, answer]) => [
        actionId,
        { actionId, answer, answeredBy: ann, answeredAt: at },
      ]),
    ),
    basedOn: 'audit-0',
    files: {},
    version: 9,
  }) as OpenAudit;

const detailOf = (given: Answers, carried: Answers = {}) => {
  const rows = (answers: Answers, confirmed: boolean) =>
    Object.entries(answers).map(([actionId, answer]) => ({
      actionId,
      answer,
      confirmed,
      carriedFrom: null,
      asCarried: false,
      answeredBy: ann,
      answeredAt: at,
      corrections: 0,
      reason: null,
    }));
  const answers = [...rows(given, true), ...rows(carried, false)];
  return { id: auditId, catalogueVersion: 1, version: 9, answers } as unknown as AuditDetail;
};

const names = new Map([[ann, 'Ann Ågren']]);
const exported = {
  csv: async (given: Answers, carried?: Answers) =>
    Buffer.from(
      await collected(csvStream(answerColumns, answerLines(detailOf(given, carried), phaseAuditOf(1), names))),
    ),
  xlsx: (given: Answers, carried?: Answers) =>
    writeXlsx('Answers', answerColumns, answerLines(detailOf(given, carried), phaseAuditOf(1), names)),
};

const bodyOf = async (bytes: Buffer, reason?: string) => ({
  auditId,
  sheet: answerSheetOf(await readTable(bytes)),
  reason,
});
const csv = (...lines: string[]) => Buffer.from(lines.join('\n'));

async function read(file: Buffer, state: OpenAudit, reason?: string) {
  const body = await bodyOf(file, reason);
  return outcomeOf(readImport(state, body, context), body.sheet.ignoredColumns);
}
async function run(file: Buffer, state: OpenAudit, reason?: string) {
  return importAnswers(state, await bodyOf(file, reason), context);
}

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.trim()),
  fc.constantFrom(
    '=SUM(A1)',
    "'=so",
    '-',
    '+1',
    'two\nlines',
    'a "quoted"; word, two',
    '2025-02-01',
    '007',
    'valueOf',
    '_x0041_',
  ),
);
const rest = {
  evidence: fc.option(
    words.filter((text) => text !== ''),
    { nil: undefined },
  ),
  evidenceOn: fc.option(fc.constantFrom('2024-02-29', '1999-01-01'), { nil: undefined }),
  confidence: fc.option(fc.constantFrom('low' as const, 'medium' as const, 'high' as const), { nil: undefined }),
  links: fc.option(
    fc.array(
      fc.constantFrom({ url: 'https://a.example/x?y=1' }, { url: 'http://b.example/', title: 'The charter; signed' }),
      { minLength: 1, maxLength: 3 },
    ),
    { nil: undefined },
  ),
};
const anAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ score: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const), ...rest }),
  fc.record({ notRelevant: fc.constant(true as const), because: words.map((text) => text || 'So it is.'), ...rest }),
);
const anAudit = fc
  .array(fc.tuple(fc.constantFrom('given', 'carried', 'none'), anAnswer), { minLength: 129, maxLength: 129 })
  .map((said) => {
    const of = (kind: string): Answers =>
      Object.fromEntries(
        phaseAuditOf(1).actions.flatMap(({ id }, index) => (said[index]![0] === kind ? [[id, said[index]![1]]] : [])),
      );
    return { given: of('given'), carried: of('carried') };
  });

describe('an exported file imported again', () => {
  it.each(['csv', 'xlsx'] as const)('as %s changes nothing, whatever the answers are', async (format) => {
    await fc.assert(
      fc.asyncProperty(anAudit, async ({ given, carried }) => {
        const file = await exported[format](given, carried);
        expect(await run(file, stateOf(given, carried))).toEqual([]);
        expect(await read(file, stateOf(given, carried))).toMatchObject({
          rows: 129,
          unchanged: 129,
          refusals: [],
          fileVersion: 9,
        });
      }),
      { numRuns: 25 },
    );
  });

  it.each(['csv', 'xlsx'] as const)('as %s into an empty audit gives every answer as it was', async (format) => {
    await fc.assert(
      fc.asyncProperty(anAudit, async ({ given }) => {
        const events = await run(await exported[format](given), stateOf({}));
        const said = events.map(({ data }) => 'to' in data && 'actionId' in data && [data.actionId, data.to]);
        const kept = (answer: unknown) => JSON.parse(JSON.stringify(answer)) as unknown;
        // A text that began with an apostrophe before a formula is the one thing that a CSV cannot tell apart.
        const plain = Object.entries(given).filter(([, one]) => !JSON.stringify(one).includes(`"'=so`));
        for (const one of plain) expect(kept(said)).toContainEqual(kept(one));
        expect(events).toHaveLength(Object.keys(given).length);
      }),
      { numRuns: 10 },
    );
  });

  it('puts changed answers back, with a reason, and leaves alone what was answered since', async () => {
    const file = await exported.csv({ 'A1-01': { score: 1 } });
    const since = stateOf({ 'A1-01': { score: 3, evidence: 'Charter' }, 'A1-02': { score: 2 } });
    expect(await run(file, { ...since, version: 12 }, 'Imported by mistake')).toEqual([
      expect.objectContaining({
        type: 'assessment.AnswerCorrected',
        data: expect.objectContaining({ actionId: 'A1-01', to: { score: 1 }, reason: 'Imported by mistake' }) as object,
      }),
    ]);
    expect(await read(file, { ...since, version: 12 }, 'So')).toMatchObject({
      changes: 1,
      left: 1,
      version: 12,
      fileVersion: 9,
    });
  });
});

describe('the export of an enterprise with its own words', () => {
  it('calls actions, periods and streams as it does, and comes in again by the ids', async () => {
    const words = [
      { id: 'A1-01', label: 'Name our burning platform' },
      { id: 'stream.processes', label: 'Ways of working' },
      { id: 'period.A1', label: 'Waking up' },
    ];
    const catalogue = spokenCatalogue(phaseAuditOf(1), words);
    expect(catalogue.structure.periods[0]!.name).toBe('Waking up');
    expect(catalogue.action('A1-02')).toEqual(phaseAuditOf(1).action('A1-02'));
    const lines = answerLines(detailOf({ 'A1-01': { score: 1 } }), catalogue, names);
    const file = Buffer.from(await collected(csvStream(answerColumns, lines)));
    expect(file.toString()).toContain('Name our burning platform');
    expect(file.toString()).toContain('Ways of working');
    expect(await run(file, stateOf({ 'A1-01': { score: 1 } }))).toEqual([]);
  });
});

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
