import { emptySetting, idOf, type Setting, unclaimed, withoutSetting, withSetting } from './draft';

const one = (id: string, quadrants: Setting['quadrants'] = []): Setting => ({
  ...emptySetting,
  id,
  name: id,
  quadrants,
});
const all = [one('strategic', ['strategic']), one('star', ['star']), one('prospect'), one('not-key')];
const ids = (settings: readonly Setting[]) => settings.map(({ id }) => id);

describe('what the enterprise says of its categories', () => {
  it('is put at its place among the key ones, whatever place is asked for', () => {
    expect(ids(withSetting(all, one('own-x'), 2))).toEqual(['strategic', 'own-x', 'star', 'prospect', 'not-key']);
    expect(ids(withSetting(all, one('own-x'), 99))).toEqual(['strategic', 'star', 'own-x', 'prospect', 'not-key']);
    expect(ids(withSetting(all, one('star'), 1))).toEqual(['star', 'strategic', 'prospect', 'not-key']);
  });

  it('leaves what is not key in its place', () => {
    const renamed = { ...one('prospect'), name: 'Candidate' };
    expect(withSetting(all, renamed, 1)[2]).toEqual(renamed);
  });

  it('takes a quadrant from the category that had it', () => {
    const said = withSetting(all, one('own-x', ['star']), 1);
    expect(said.find(({ id }) => id === 'star')!.quadrants).toEqual([]);
    expect(unclaimed(said)).toEqual(['status', 'streamline']);
  });

  it('gives the quadrants of a retired category to another', () => {
    expect(withoutSetting(all, 'star', 'strategic')[0]!.quadrants).toEqual(['strategic', 'star']);
  });

  it('names an added category after its first name, and tells two of one name apart', () => {
    expect(idOf('Große Wachstums-Kunden', [])).toBe('own-gro-e-wachstums-kunden');
    expect(idOf('Growth', ['own-growth'])).toBe('own-growth-2');
    expect(idOf('???', [])).toBe('own-category');
  });
});
