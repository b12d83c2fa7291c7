import type { Recorded, RequestContext, Role } from '@mainstay/event-sourcing';
import { action, type Action, change, move, raise, type RaiseBody } from './action';
import type { ActionEvent } from './action.events';

const lead = 'person-lead';
const ines = 'person-ines';
const actionId = 'action-1';

const by = (actor: string, ...roles: Role[]): RequestContext => ({
  tenant: 'acme',
  actor,
  roles,
  correlation: 'request-1',
  now: new Date('2025-03-10T12:00:00Z'),
});
const asLead = by(lead, 'programme-lead');
const asInes = by(ines, 'key-account-manager');

const body: RaiseBody = {
  title: 'Agree the charter with the Board',
  ownerId: ines,
  dueOn: '2025-06-30',
  source: { kind: 'audit-action', auditId: 'audit-1', actionId: 'A1-02' },
  divisionId: 'north',
};

const after = (state: Action, events: ActionEvent[], actor = lead): Action =>
  events.reduce(
    (was, event) => action.evolve(was, { ...event, metadata: { actor } } as unknown as Recorded<ActionEvent>),
    state,
  );
const open = after(action.initial, raise(action.initial, body, asLead));
const moved = (state: Action, to: Parameters<typeof move>[1]['state'], more: object = {}, context = asInes) =>
  move(state, { actionId, state: to, ...more }, context);
const done = after(open, moved(open, 'done', { evidence: 'Signed charter' }));
const dropped = after(open, moved(open, 'dropped', { reason: 'The Board decided otherwise' }));

describe('raising a programme action', () => {
  it('records what is to be done, by whom, by when, and what it answers', () => {
    expect(raise(action.initial, body, asLead)).toEqual([{ type: 'assessment.ActionRaised', data: body }]);
  });

  it('is open to a key account manager for actions of his or her own, and refused for those of others', () => {
    expect(raise(action.initial, body, asInes)).toHaveLength(1);
    expect(() => raise(action.initial, { ...body, ownerId: lead }, asInes)).toThrow('ownerId');
  });

  it('is open to an assessor and the KAM unit head for anyone', () => {
    expect(raise(action.initial, body, by('x', 'assessor'))).toHaveLength(1);
    expect(raise(action.initial, body, by('x', 'kam-unit-head'))).toHaveLength(1);
  });

  it('is refused a second time', () => {
    expect(() => raise(open, body, asLead)).toThrow('raised already');
  });
});

describe('changing a programme action', () => {
  it('records before and after of the words, without a reason', () => {
    const { source: _, divisionId, ...from } = body;
    expect(change(open, { actionId, title: 'Agree the mandate', description: 'One page' }, asInes)).toEqual([
      {
        type: 'assessment.ActionChanged',
        data: { divisionId, from, to: { ...from, title: 'Agree the mandate', description: 'One page' } },
      },
    ]);
  });

  it('records the reason where owner or date moves, and is refused without', () => {
    const [event] = change(open, { actionId, dueOn: '2025-09-30', reason: ' Board meets in September ' }, asInes);
    expect(event!.data).toMatchObject({ to: { dueOn: '2025-09-30' }, reason: 'Board meets in September' });
    expect(() => change(open, { actionId, dueOn: '2025-09-30' }, asInes)).toThrow('why the date');
    expect(() => change(open, { actionId, ownerId: 'person-jonas' }, asLead)).toThrow('why the owner');
  });

  it('is refused to whoever neither owns it, raised it nor leads the programme', () => {
    expect(() => change(open, { actionId, title: 'Other' }, by('x', 'assessor'))).toThrow('may change it');
  });

  it('lets a manager not give an action to somebody else', () => {
    expect(() => change(open, { actionId, ownerId: lead, reason: 'Too much' }, asInes)).toThrow('ownerId');
  });

  it('is refused once the action is done or dropped', () => {
    expect(() => change(done, { actionId, title: 'Other' }, asLead)).toThrow('take it up again');
  });

  it('is refused for an action that was never raised', () => {
    expect(() => change(action.initial, { actionId }, asLead)).toThrow('There is no action with the id action-1.');
  });

  it('changes nothing where all stays as it is, a finished one included', () => {
    expect(change(open, { actionId, title: body.title, dueOn: body.dueOn }, asInes)).toEqual([]);
    expect(change(done, { actionId, title: body.title }, asInes)).toEqual([]);
  });

  it('takes a description away', () => {
    const described = after(open, change(open, { actionId, description: 'One page' }, asInes));
    expect(change(described, { actionId, description: null }, asInes)[0]!.data).toMatchObject({
      from: { description: 'One page' },
      to: { description: undefined },
    });
  });
});

describe('moving a programme action on', () => {
  it('is done by its owner: under way, then done with evidence, effective on the day it was done', () => {
    const underWay = after(open, moved(open, 'under-way'));
    expect(moved(underWay, 'done', { evidence: 'Signed charter', doneOn: '2025-03-08' })).toEqual([
      {
        type: 'assessment.ActionStateChanged',
        data: { divisionId: 'north', from: 'under-way', to: 'done', evidence: 'Signed charter', doneOn: '2025-03-08' },
        effectiveOn: '2025-03-08',
      },
    ]);
  });

  it('is open to the programme lead and the KAM unit head for any action, and to nobody else', () => {
    expect(moved(open, 'under-way', {}, asLead)).toHaveLength(1);
    expect(moved(open, 'under-way', {}, by('x', 'kam-unit-head'))).toHaveLength(1);
    expect(() => moved(open, 'under-way', {}, by('x', 'assessor'))).toThrow('Only the owner');
  });

  it('is refused as done without saying what shows it, and in the future', () => {
    expect(() => moved(open, 'done')).toThrow('evidence: say what shows');
    expect(() => moved(open, 'done', { evidence: ' ' })).toThrow('evidence');
    expect(() => moved(open, 'done', { evidence: 'Charter', doneOn: '2025-03-12' })).toThrow('doneOn');
  });

  it('is refused with evidence of completion where nothing is completed', () => {
    expect(() => moved(open, 'under-way', { evidence: 'Charter' })).toThrow('go only with the state done');
  });

  it('needs a reason to drop it, to take it up again and for every step back', () => {
    expect(() => moved(open, 'dropped')).toThrow('why the action is dropped');
    expect(() => moved(done, 'under-way')).toThrow('why the action is under way again');
    expect(() => moved(dropped, 'open')).toThrow('why the action is open again');
    expect(() => moved(after(open, moved(open, 'under-way')), 'open')).toThrow('open again');
    expect(moved(done, 'open', { reason: 'It was not signed after all' })[0]!.data).toMatchObject({
      from: 'done',
      to: 'open',
      reason: 'It was not signed after all',
    });
  });

  it('is refused from done to dropped: what is done is done', () => {
    expect(() => moved(done, 'dropped', { reason: 'Late' })).toThrow('take it up again before');
  });

  it('changes nothing where it is there already', () => {
    expect(moved(open, 'open')).toEqual([]);
    expect(moved(done, 'done')).toEqual([]);
  });
});
