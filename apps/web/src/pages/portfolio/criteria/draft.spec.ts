import { isComplete, newCriterion, shareOf, spendShare } from './draft';
import type { Criterion } from './use-criteria';

const criterion = (id: string, over: Partial<Criterion> = {}): Criterion => ({
  id,
  axis: 'attractiveness',
  weight: 10,
  spend: false,
  label: id,
  help: 'What it asks',
  anchors: { '0': 'none', '5': 'some', '10': 'all' },
  ...over,
});

describe('the draft of criteria as it is edited', () => {
  it('weighs each criterion within its own axis', () => {
    const all = [criterion('a', { weight: 30 }), criterion('b'), criterion('c', { axis: 'standing' })];
    expect(all.map((one) => shareOf(all, one))).toEqual([0.75, 0.25, 1]);
  });

  it('adds up what spend carries of an axis', () => {
    const all = [criterion('a', { weight: 30, spend: true }), criterion('b')];
    expect(spendShare(all, 'attractiveness')).toBe(0.75);
    expect(spendShare(all, 'standing')).toBe(0);
  });

  it('gives a new criterion an id that no other has, from its name', () => {
    const first = newCriterion([], 'standing', 'Nähe zum Vorstand');
    expect(first.id).toBe('nahe-zum-vorstand');
    expect(newCriterion([first], 'standing', 'Nähe zum Vorstand').id).toBe('nahe-zum-vorstand-2');
    expect(newCriterion([], 'standing', '戦略').id).toBe('criterion');
  });

  it('knows what publishing will still ask for', () => {
    expect(isComplete(criterion('a'))).toBe(true);
    expect(isComplete(criterion('a', { anchors: { '0': 'none', '5': ' ', '10': 'all' } }))).toBe(false);
  });
});
