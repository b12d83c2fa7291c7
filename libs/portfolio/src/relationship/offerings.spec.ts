import type { Recorded } from '@mainstay/event-sourcing';
import { addOffering, changeOffering, type OfferingEvent, offerings } from './offerings';

const pumps = { offeringId: 'o-1', code: 'PUMP', name: 'Pumps' };
const added = addOffering(offerings.initial, pumps);
const state = added.reduce((on, event) => offerings.evolve(on, event as Recorded<OfferingEvent>), offerings.initial);
const change = (changes: { name?: string; offered?: boolean }, offeringId = 'o-1') =>
  changeOffering(state, { offeringId, changes, reason: 'Branding' });

it('an offering is added once under its code', () => {
  expect(added).toEqual([{ type: 'portfolio.OfferingAdded', data: pumps }]);
  expect(addOffering(state, pumps)).toEqual([]);
  expect(() => addOffering(state, { ...pumps, name: 'Valves' })).toThrow('code: another offering, Pumps');
});

it('an offering is renamed or taken off the list, telling only what changed', () => {
  expect(change({ name: 'Pumps', offered: false })[0]!.data).toMatchObject({
    from: { offered: true },
    to: { offered: false },
  });
  expect(change({ name: 'Pumps' })).toEqual([]);
  expect(() => change({ name: 'Valves' }, 'o-2')).toThrow('There is no offering');
});
