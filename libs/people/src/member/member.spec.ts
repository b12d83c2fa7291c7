import type { Recorded } from '@mainstay/event-sourcing';
import { add, change, erase, member, type MemberEvent, type MemberFacts } from './member';

const seal = (text: string) => ({ enc: `1.key.nonce.tag.${text}` });
const anna: MemberFacts = { name: seal('anna'), email: seal('anna-mail'), role: 'key-account-manager' };
const personId = 'p-1';
const added: MemberEvent = { type: 'people.MemberAdded', data: { personId, ...anna } };
const erasedEvent: MemberEvent = { type: 'people.MemberErased', data: { personId, reason: 'asked to' } };
const given = (...events: MemberEvent[]) =>
  events.reduce((state, event) => member.evolve(state, event as Recorded<MemberEvent>), member.initial);

describe('adding a person', () => {
  it('records who, with name and address sealed', () => {
    expect(add(given(), { personId, ...anna })).toEqual([added]);
  });
  it('refuses a person who is known with other facts', () => {
    expect(() => add(given(added), { personId, ...anna, role: 'assessor' })).toThrow('known already');
  });
  it('refuses a person who was erased', () => {
    expect(() => add(given(added, erasedEvent), { personId, ...anna })).toThrow('was erased');
  });
  it('does nothing where the same is known already', () => {
    expect(add(given(added), { personId, ...anna })).toEqual([]);
  });
});

describe('changing a person', () => {
  const to = { ...anna, name: seal('anna-b') };
  const changed: MemberEvent = { type: 'people.MemberChanged', data: { personId, from: anna, to, reason: 'married' } };

  it('records the facts before and after, and why', () => {
    expect(change(given(added), { personId, name: seal('anna-b'), reason: 'married' })).toEqual([changed]);
  });
  it('refuses a person who is unknown or erased', () => {
    expect(() => change(given(), { personId, reason: '' })).toThrow('no person with the id p-1');
    expect(() => change(given(added, erasedEvent), { personId, reason: '' })).toThrow('was erased');
  });
  it('does nothing where the facts are so already', () => {
    expect(change(given(added, changed), { personId, ...to, reason: 'again' })).toEqual([]);
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
