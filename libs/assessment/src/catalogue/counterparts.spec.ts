import fc from 'fast-check';
import { type Counterpart, mapAnswers, throughCounterparts } from './counterparts';
import { phaseAuditOf } from './phase-audit';

const [first, second] = [phaseAuditOf(1), phaseAuditOf(2)];
const ids = first.actions.map(({ id }) => id);
const someAnswers = fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 0, max: 3 }));

describe('answers of one catalogue version under another', () => {
  it('all have a counterpart in version 2, and come back unchanged', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const there = mapAnswers(first, second, answers);
        expect(there).toEqual({ answers, without: [] });
        expect(mapAnswers(second, first, there.answers)).toEqual({ answers, without: [] });
      }),
    );
  });

  it('stay as they are under the version that they were made under', () => {
    expect(mapAnswers(second, second, { 'A1-01': 3 })).toEqual({ answers: { 'A1-01': 3 }, without: [] });
  });

  it('are reported, not guessed, where an action was split, joined or left out', () => {
    const pairs: Counterpart[] = [
      ['same', 'same-still'],
      ['wide', 'narrow-1'],
      ['wide', 'narrow-2'],
      ['one', 'joined'],
      ['other', 'joined'],
    ];
    expect(throughCounterparts(pairs, { same: 3, wide: 2, one: 1, other: 0, gone: 3 })).toEqual({
      answers: { 'same-still': 3 },
      without: [
        { actionId: 'wide', sharing: ['narrow-1', 'narrow-2'] },
        { actionId: 'one', sharing: ['joined'] },
        { actionId: 'other', sharing: ['joined'] },
        { actionId: 'gone', sharing: [] },
      ],
    });
  });

  it('are each carried once or reported once, whatever the versions say of each other', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const pairsOf = fc.uniqueArray(fc.tuple(id, id), { selector: String });
    fc.assert(
      fc.property(pairsOf, fc.dictionary(id, fc.nat()), (pairs, answers) => {
        const { answers: carried, without } = throughCounterparts(pairs, answers);
        const reported = without.map(({ actionId }) => actionId);
        const origins = Object.keys(carried).map((to) => pairs.find((pair) => pair[1] === to)![0]);
        expect([...origins, ...reported].sort()).toEqual(Object.keys(answers).sort());
        for (const [to, given] of Object.entries(carried)) {
          expect(given).toBe(answers[pairs.find((pair) => pair[1] === to)![0]]);
        }
      }),
    );
  });
});
