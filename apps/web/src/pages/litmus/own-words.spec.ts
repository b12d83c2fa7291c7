import type { LitmusTest } from './litmus';
import { inOwnWords } from './own-words';

const question = {
  id: 'M1',
  short: 'Team',
  label: 'Shipped?',
  help: 'Shipped help.',
  answer: null,
  note: null,
  record: null,
};
const test1: LitmusTest = {
  ...{ id: 'l', test: 'manager', name: 'Shipped name', about: 'Shipped about', gate: 4, questions: [question] },
  ...{ yes: null, standing: 'not-taken', takenOn: null, old: false, formerManagerId: null },
  ...{ differences: 0, takings: [], version: 0 },
};

test('an enterprise reads a test in its own words, with what it adds; what it says nothing about stays', () => {
  const items = [
    { id: 'M1', label: 'Own?', help: null, guidance: 'Think of the plants.' },
    { id: 'test.manager', label: 'Own name', help: null, guidance: null },
  ];
  expect(inOwnWords(test1, items)).toEqual({
    ...test1,
    name: 'Own name',
    questions: [{ ...question, label: 'Own?', help: 'Shipped help. Think of the plants.' }],
  });
  expect(inOwnWords(test1, [])).toBe(test1);
});

test('what a yes says in short is not replaced: lists and the history keep one word for it', () => {
  const items = [{ id: 'M1', label: 'Own?', help: 'Own help.', guidance: null }];
  expect(inOwnWords(test1, items).questions[0]).toMatchObject({ short: 'Team', help: 'Own help.' });
});
