import { text as collected } from 'node:stream/consumers';
import { csvStream } from '@mainstay/tabular';
import fc from 'fast-check';
import type { Answer } from '../audit/answer';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { answerColumns, answerLines } from './answer-sheet';
import { spokenCatalogue } from './spoken-catalogue';
import { type Answers, detailOf, exported, names, read, run, stateOf } from './exchange.fixture';

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
