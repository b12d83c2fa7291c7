import { judge, type Pair } from './judgement';

const none: Pair = {
  sameDuns: false,
  sameVat: false,
  sameCrmId: false,
  otherDuns: false,
  otherVat: false,
  sameName: false,
  likeness: 0,
  sharesCountry: false,
  otherCountries: false,
};

describe('two accounts may be one customer', () => {
  it('by an identifier of a register, nearly surely', () => {
    expect(judge({ ...none, sameDuns: true })).toEqual({ score: 90, signs: ['duns'] });
    expect(judge({ ...none, sameDuns: true, sameVat: true }).score).toBe(99);
  });

  it('by their name, more so in the same country and less in other ones', () => {
    const named = { ...none, sameName: true, likeness: 1 };
    expect(judge(named)).toEqual({ score: 70, signs: ['same-name'] });
    expect(judge({ ...named, sharesCountry: true })).toEqual({ score: 79, signs: ['same-name', 'country'] });
    expect(judge({ ...named, otherCountries: true }).score).toBe(42);
  });

  it('by a like name, as far as it is alike', () => {
    expect(judge({ ...none, likeness: 0.8 })).toEqual({ score: 56, signs: ['like-name'] });
    expect(judge({ ...none, likeness: 0.59 })).toEqual({ score: 0, signs: [] });
  });

  it('less where each has a number of its own in the same register', () => {
    expect(judge({ ...none, sameName: true, likeness: 1, otherDuns: true }).score).toBe(49);
  });

  it('not because they trade in one country', () => {
    expect(judge({ ...none, sharesCountry: true })).toEqual({ score: 0, signs: [] });
  });
});
