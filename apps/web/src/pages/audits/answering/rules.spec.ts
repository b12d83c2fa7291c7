import type { Answer } from '../audit';
import type { Action } from '../catalogue';
import { isAssigned, needsReason, sameAnswer, supportOf } from './rules';

const told: Answer = { score: 2, evidence: 'Minutes', links: [{ url: 'https://a.example' }], confidence: 'low' };

test.each<[string, Answer, Answer, boolean]>([
  ['another score', told, { ...told, score: 3 }, true],
  ['other evidence', told, { ...told, evidence: 'Plan' }, true],
  ['no evidence any more', told, { score: 2, links: told.links, confidence: 'low' }, true],
  ['a link taken away', told, { ...told, links: [] }, true],
  ['another confidence', told, { ...told, confidence: 'high' }, true],
  ['not relevant in place of a score', told, { notRelevant: true, because: 'x' }, true],
  ['another because', { notRelevant: true, because: 'x' }, { notRelevant: true, because: 'y' }, true],
  ['a date filled in', told, { ...told, evidenceOn: '2026-01-01' }, false],
  ['one more link', told, { ...told, links: [...told.links!, { url: 'https://b.example' }] }, false],
  ['evidence filled in', { score: 2 }, told, false],
  ['nothing', told, { ...told }, false],
])('changing what was said asks for a reason, filling in does not: %s', (_, before, after, asks) => {
  expect(needsReason(before, after)).toBe(asks);
});

test('the same answer is told from one that says more', () => {
  expect(sameAnswer(told, { ...told })).toBe(true);
  expect(sameAnswer(told, { ...told, evidenceOn: '2026-01-01' })).toBe(false);
});

test('what an answer rests on goes along when its score is chosen anew', () => {
  expect(supportOf(told)).toEqual({ evidence: 'Minutes', links: told.links, confidence: 'low' });
  expect(supportOf(undefined)).toEqual({});
});

test('an action is the person’s own by any part assigned, and only then', () => {
  const action = { phase: 'A', period: 1, stream: 'structure', contributoryStream: 'roles' } as Action;
  const assigned = (part: object) => isAssigned([{ personId: 'ann', part: part as never }], 'ann', action);
  expect(assigned({ kind: 'all' })).toBe(true);
  expect(assigned({ kind: 'period', phase: 'A', period: 1 })).toBe(true);
  expect(assigned({ kind: 'period', phase: 'A', period: 2 })).toBe(false);
  expect(assigned({ kind: 'stream', stream: 'structure' })).toBe(true);
  expect(assigned({ kind: 'contributory-stream', contributoryStream: 'other' })).toBe(false);
  expect(isAssigned([{ personId: 'ben', part: { kind: 'all' } }], 'ann', action)).toBe(false);
});
