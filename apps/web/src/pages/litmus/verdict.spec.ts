import type { Question } from './litmus';
import { verdictOf } from './verdict';

const record = (says: 'yes' | 'no' | 'nothing'): Question['record'] => ({
  says,
  sentence: '',
  see: null,
  verdict: null,
});

test('a choice is held against the record before it is sent, ambivalent as the no that it counts as', () => {
  expect(verdictOf('yes', record('no'))).toBe('contradicts');
  expect(verdictOf('no', record('no'))).toBe('supports');
  expect(verdictOf('ambivalent', record('yes'))).toBe('contradicts');
  expect(verdictOf('ambivalent', record('no'))).toBe('supports');
});

test('nothing is said where nothing is recorded or nothing chosen', () => {
  expect(verdictOf('yes', record('nothing'))).toBeUndefined();
  expect(verdictOf(null, record('yes'))).toBeUndefined();
  expect(verdictOf('yes', null)).toBeUndefined();
});
