import type { Recorded } from '@mainstay/event-sourcing';
import { add, change, erase, member, type MemberEvent, type MemberFacts } from './member';

const seal = (text: string) => ({ enc: `1.key.nonce.tag.${text}` });
const anna: MemberFacts = { name: seal('anna'), email: seal('anna-mail'), role: 'key-account-manager' };
const personId = 'p-1';
const by = { actor: 'p-administrator' };
const added: MemberEvent = { type: 'people.MemberAdded', data: { personId, ...anna } };
const erasedEvent: MemberEvent = { type: 'people.MemberErased', data: { personId, reason: 'asked to' } };
const given = (...events: MemberEvent[]) =>
  events.reduce((state, event) => member.evolve(state, event as Recorded<MemberEvent>), member.initial);

describe('adding a person', () => {
  it('records who, with name and address sealed', () => {
    expect(add(given(), { personId, ...anna }, by)).toEqual([added]);
  });
  it('refuses a person who is known with other facts', () => {
    expect(() => add(given(added), { personId, ...anna, role: 'assessor' }, by)).toThrow('known already');
  });
  it('refuses a person who was erased', () => {
    expect(() => add(given(added, erasedEvent), { personId, ...anna }, by)).toThrow('was erased');
  });
  it('does nothing where the same is known already', () => {
    expect(add(given(added), { personId, ...anna }, by)).toEqual([]);
  });
});

describe('changing a person', () => {
  const to = { ...anna, name: seal('anna-b') };
  const changed: MemberEvent = { type: 'people.MemberChanged', data: { personId, from: anna, to, reason: 'married' } };

  it('records the facts before and after, and why', () => {
    expect(change(given(added), { personId, name: seal('anna-b'), reason: 'married' }, by)).toEqual([changed]);
  });
  it('refuses a person who is unknown or erased', () => {
    expect(() => change(given(), { personId, reason: '' }, by)).toThrow('no person with the id p-1');
    expect(() => change(given(added, erasedEvent), { personId, reason: '' }, by)).toThrow('was erased');
  });
  it('does nothing where the facts are so already', () => {
    expect(change(given(added, changed), { personId, ...to, reason: 'again' }, by)).toEqual([]);
  });
});

describe('to whom a person reports', () => {
  const led = { ...anna, lineManagerId: 'p-2', divisionId: 'd-1' };
  const assigned: MemberEvent = {
    type: 'people.MemberChanged',
    data: { personId, from: anna, to: led, reason: 'new unit' },
  };
  const place = { lineManagerId: 'p-2', divisionId: 'd-1' };

  it('is recorded with line manager and division before and after', () => {
    expect(change(given(added), { personId, ...place, reason: 'new unit' }, by)).toEqual([assigned]);
  });
  it('is taken away by null, and stays when left out', () => {
    const [cleared] = change(given(added, assigned), { personId, lineManagerId: null, reason: 'left' }, by);
    expect(cleared!.data).toMatchObject({ from: led, to: { ...anna, divisionId: 'd-1' } });
    expect((cleared!.data as { to: MemberFacts }).to).not.toHaveProperty('lineManagerId');
    const [renamed] = change(given(added, assigned), { personId, role: 'assessor', reason: '' }, by);
    expect(renamed!.data).toMatchObject({ to: { ...led, role: 'assessor' } });
  });
  it('refuses a person who would report to himself or herself', () => {
    expect(() => change(given(added), { personId, lineManagerId: personId, reason: '' }, by)).toThrow('nobody reports');
  });
  it('refuses an administrator who would make himself or herself the line manager to look into time records', () => {
    const self = { personId, lineManagerId: by.actor };
    expect(() => change(given(added), { ...self, reason: '' }, by)).toThrow('somebody else must make you');
    expect(() => add(given(), { ...anna, ...self }, by)).toThrow('somebody else must make you');
  });
  it('does nothing where it is so already', () => {
    expect(change(given(added, assigned), { personId, ...place, reason: 'again' }, by)).toEqual([]);
  });
});

describe('erasing a person', () => {
  it('records that and why', () => {
    expect(erase(given(added), { personId, reason: 'asked to' })).toEqual([erasedEvent]);
  });
  it('refuses a person who is unknown', () => {
    expect(() => erase(given(), { personId, reason: 'asked to' })).toThrow('no person');
  });
  it('does nothing the second time', () => {
    expect(erase(given(added, erasedEvent), { personId, reason: 'asked to' })).toEqual([]);
  });
});
