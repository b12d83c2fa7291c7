import type { Recorded, Role } from '@mainstay/event-sourcing';
import { access, changeRoles, invite, inviteAgain, remove } from './access';
import type { AccessEvent } from './access.events';

const tessa = { actor: 'p-tessa' };
const given = (...events: AccessEvent[]) =>
  events.reduce((state, event) => access.evolve(state, event as Recorded<AccessEvent>), access.initial);

const omar = { personId: 'p-omar', roles: ['assessor' as Role], reason: 'Joins the programme' };
const invited: AccessEvent = { type: 'people.MemberInvited', data: { ...omar, roles: ['assessor'] } };
const administrators = ['p-tessa', 'p-omar'];
const removedTessa: AccessEvent = {
  type: 'people.MemberRemoved',
  data: { personId: 'p-tessa', roles: ['tenant-administrator'], invited: false, reason: 'Left' },
};

describe('inviting somebody', () => {
  it('records who, with which roles, and why', () => {
    expect(invite(given(), omar, tessa)).toEqual([invited]);
  });
  it('refuses an administrator who was removed a moment ago', () => {
    expect(() => invite(given(removedTessa), omar, tessa)).toThrow('has just ended your administration');
  });
  it('does nothing where the same invitation is recorded, so that it may be repeated', () => {
    expect(invite(given(invited), omar, tessa)).toEqual([]);
  });
  it('records it anew for one who was removed in between', () => {
    const left: AccessEvent = { ...removedTessa, data: { ...removedTessa.data, personId: 'p-omar' } } as AccessEvent;
    expect(invite(given(invited, left), omar, tessa)).toEqual([invited]);
  });
  it('again is recorded each time', () => {
    const again = { type: 'people.MemberInvitedAgain', data: { personId: 'p-omar' } };
    expect(inviteAgain(given(invited), { personId: 'p-omar' }, tessa)).toEqual([again]);
    expect(() => inviteAgain(given(removedTessa), { personId: 'p-omar' }, tessa)).toThrow('has just ended');
  });
});

describe('changing roles', () => {
  const body = { personId: 'p-omar', from: ['assessor' as Role], to: ['programme-lead' as Role], reason: 'Takes over' };

  it('records the roles before and after, and why', () => {
    expect(changeRoles(given(), { ...body, administrators }, tessa)).toEqual([
      { type: 'people.MemberRolesChanged', data: body },
    ]);
  });
  it('does nothing where the roles are the same, in whatever order', () => {
    const same = { from: ['assessor', 'board-member'] as Role[], to: ['board-member', 'assessor'] as Role[] };
    expect(changeRoles(given(), { ...body, ...same, administrators }, tessa)).toEqual([]);
  });
  it('refuses administrators who would take the role from themselves', () => {
    const own = { ...body, personId: 'p-tessa', from: ['tenant-administrator' as Role], administrators };
    expect(() => changeRoles(given(), own, tessa)).toThrow('you cannot take the role of administrator from yourself');
  });
  it('refuses to take the role from the last administrator', () => {
    const last = { ...body, from: ['tenant-administrator' as Role], administrators: ['p-omar'] };
    expect(() => changeRoles(given(), last, tessa)).toThrow('One administrator must remain');
  });
});

describe('removing somebody', () => {
  const body = { personId: 'p-omar', roles: ['tenant-administrator' as Role], invited: false, reason: 'Left' };

  it('records who, with the roles held, and why', () => {
    expect(remove(given(), { ...body, administrators }, tessa)).toEqual([{ type: 'people.MemberRemoved', data: body }]);
  });
  it('says where it was an invitation that is withdrawn', () => {
    const [event] = remove(given(), { ...body, invited: true, administrators }, tessa);
    expect(event!.data).toMatchObject({ invited: true });
  });
  it('refuses to remove oneself', () => {
    expect(() => remove(given(), { ...body, personId: 'p-tessa', administrators }, tessa)).toThrow(
      'you cannot remove yourself',
    );
  });
  it('refuses the last administrator, also where the identity provider still believes in another', () => {
    const both = { ...body, administrators };
    expect(() => remove(given(), { ...both, administrators: ['p-omar'] }, tessa)).toThrow('One administrator must');
    const lead = { actor: 'p-third' };
    expect(() => remove(given(removedTessa), both, lead)).toThrow('One administrator must');
  });
  it('lets only the first of two administrators succeed who remove each other at the same moment', () => {
    const [first] = remove(given(), { ...body, administrators }, tessa);
    const second = { ...body, personId: 'p-tessa', administrators };
    expect(() => remove(given(first!), second, { actor: 'p-omar' })).toThrow('has just ended your administration');
  });
});
