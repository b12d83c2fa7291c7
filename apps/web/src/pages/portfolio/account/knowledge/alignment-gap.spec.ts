import { gapOf, means } from './alignment-gap';

const none = { ours: null, theirs: null };
const rest = { delivery: none, people: none, innovation: none, trust: none };
const scores = { goals: { ours: 8, theirs: 5 }, value: { ours: 6, theirs: null }, ...rest };

describe('what both sides say', () => {
  it('differs where one sees us more than a point higher', () => {
    expect(gapOf({ ours: 8, theirs: 5 })).toBe(3);
    expect(gapOf({ ours: 4, theirs: 6.5 })).toBe(-2.5);
    expect(gapOf({ ours: 7, theirs: 6 })).toBe(0);
    expect(gapOf({ ours: 7, theirs: null })).toBeUndefined();
  });

  it('is averaged over the topics that a side scored', () => {
    expect(means(scores)).toEqual({ ours: 7, theirs: 5 });
    expect(means({ ...scores, goals: none }).theirs).toBeUndefined();
  });
});
