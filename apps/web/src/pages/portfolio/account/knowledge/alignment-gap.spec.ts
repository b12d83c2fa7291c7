import { gapText, means } from './alignment-gap';

const none = { ours: null, theirs: null };
const scores = {
  goals: { ours: 8, theirs: 5 },
  value: { ours: 6, theirs: null },
  delivery: none,
  people: none,
  innovation: none,
  trust: none,
};

describe('what both sides say', () => {
  it('differs where one sees us more than a point higher', () => {
    expect(gapText({ ours: 8, theirs: 5 })).toBe('We see ourselves 3 higher');
    expect(gapText({ ours: 4, theirs: 6.5 })).toBe('They see us 2.5 higher');
    expect(gapText({ ours: 7, theirs: 6 })).toBe('Agree within 1');
    expect(gapText({ ours: 7, theirs: null })).toBe('Not said by both');
  });

  it('is averaged over the topics that a side scored', () => {
    expect(means({ scores })).toEqual({ ours: 7, theirs: 5 });
    expect(means({ scores: { ...scores, goals: none } }).theirs).toBeUndefined();
  });
});
