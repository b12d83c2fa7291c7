import fc from 'fast-check';
import { anyAnswers } from '../results/arbitrary-answers';
import type { Answer } from './answer';
import { digestOf } from './digest';

const files = [
  { actionId: 'A1-01', sha256: 'aa' },
  { actionId: 'A1-02', sha256: 'bb' },
];
const full: Answer = {
  score: 2,
  evidence: 'Charter',
  evidenceOn: '2025-02-01',
  confidence: 'high',
  links: [{ url: 'https://intranet.example/charter', title: 'Charter' }],
};

describe('the digest of the answers', () => {
  it('is a SHA-256 that anyone can work out again, of a text that stays the same over releases', () => {
    // [1,[["A1-01",2,null,null,null,null,[]]],[]]
    expect(digestOf(1, { 'A1-01': { score: 2 } }, [])).toBe(
      '21e56ee1e9f39374c5531600ea91c2416f754fb061e304b7081f64b8c8c48a1e',
    );
  });

  it('does not depend on the order in which answers and files were given', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const backwards = Object.fromEntries(Object.entries(answers).reverse());
        expect(digestOf(1, backwards, [...files].reverse())).toBe(digestOf(1, answers, files));
      }),
    );
  });

  it('is another once any answer is another', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { 'A1-01': present, ...others } = answers;
        const changed: Answer = present && 'score' in present ? { score: present.score === 3 ? 0 : 3 } : { score: 1 };
        expect(digestOf(1, { ...others, 'A1-01': changed }, [])).not.toBe(digestOf(1, answers, []));
      }),
    );
  });

  it.each<[string, Answer]>([
    ['score', { ...full, score: 3 }],
    ['evidence', { ...full, evidence: 'Charter, signed' }],
    ['date of evidence', { ...full, evidenceOn: '2025-02-02' }],
    ['confidence', { ...full, confidence: 'low' }],
    ['links', { ...full, links: [] }],
  ])('is another once the %s is another', (_what, changed) => {
    expect(digestOf(1, { 'A1-01': changed }, [])).not.toBe(digestOf(1, { 'A1-01': full }, []));
  });

  it('is another once a file is another, and tells 0, unanswered and not relevant apart', () => {
    expect(digestOf(1, {}, files)).not.toBe(digestOf(1, {}, files.slice(1)));
    const three = [{}, { 'A1-01': { score: 0 } }, { 'A1-01': { notRelevant: true, because: '' } }] as const;
    expect(new Set(three.map((answers) => digestOf(1, answers, []))).size).toBe(3);
  });
});
