import { forEachActivity, type Shares } from '../profile/shares';
import { monthOf, type RecordOfMonth } from './months';

const shares = (change: Partial<Shares>): Shares => ({ ...forEachActivity(() => 0), ...change });
const record = (change: Partial<RecordOfMonth>, selling: number): RecordOfMonth => ({
  kind: 'week',
  firstDay: '2026-03-02',
  divisionId: 'north',
  profileVersion: 1,
  spent: { shares: shares({ selling, other: 100 - selling }), sellingDrivers: selling > 10 ? ['rewards'] : [] },
  ...change,
});

describe('the month of one person', () => {
  it('is nothing where nothing was recorded', () => {
    expect(monthOf([])).toBeNull();
  });

  it('is the record of the whole month, its weeks left out: no day counts twice', () => {
    const month = record({ kind: 'month', firstDay: '2026-03-01' }, 20);
    expect(monthOf([record({}, 80), month])).toMatchObject({ source: 'month', shares: { selling: 20 } });
  });

  it('is the mean of its weeks otherwise, with the division and the profile of the last', () => {
    const later = record({ firstDay: '2026-03-09', divisionId: 'south', profileVersion: 2 }, 9);
    expect(monthOf([later, record({}, 40)])).toEqual({
      source: 'weeks',
      divisionId: 'south',
      profileVersion: 2,
      shares: shares({ selling: 24.5, other: 75.5 }),
      sellingDrivers: ['rewards'],
    });
  });
});
