import type { Recorded, RequestContext } from '@mainstay/event-sourcing';
import {
  type Add,
  addContact,
  changeContact,
  type Contact,
  contact,
  eraseContact,
  leaveCustomer,
  meetContact,
  setRelationship,
} from './contact';
import { contactDescriptions } from './contact.descriptions';
import type { ContactEvent } from './contact.events';

const seal = (text: string) => ({ enc: `1.key.nonce.tag.${text}` });
const of = { accountId: 'a-1', contactId: 'c-1' };
const ines: RequestContext = {
  tenant: 'acme',
  actor: 'ines',
  roles: ['key-account-manager'],
  correlation: 'request-1',
  now: new Date('2026-03-10T12:00:00Z'),
};
const adding: Add = {
  accountId: 'a-1',
  name: seal('greta'),
  jobTitle: null,
  email: null,
  phone: null,
  function: 'Purchasing',
  level: 'board',
  knownBy: ['ines'],
  purpose: 'Running the account',
  keepUntil: null,
};

const given = (...events: ContactEvent[]): Contact =>
  events.reduce((state, event) => contact.evolve(state, event as Recorded<ContactEvent>), contact.initial);
const added = addContact(contact.initial, adding);
const known = given(...added);
const erased = given(...added, ...eraseContact(known, { ...of, reason: 'asked to' }));

describe('adding a person at the customer', () => {
  it('records who it is, sealed, and what the data is kept for', () => {
    expect(added).toEqual([{ type: 'portfolio.ContactAdded', data: adding }]);
  });

  it('is refused without saying what personal data is kept for', () => {
    expect(() => addContact(contact.initial, { ...adding, purpose: '' })).toThrow('purpose: say what');
  });

  it('is refused a second time', () => {
    expect(() => addContact(known, adding)).toThrow('added already');
  });
});

describe('changing a contact', () => {
  const change = (changes: object, state = known) => changeContact(state, { ...of, changes, reason: 'Promoted' });

  it('records only what changed, before and after', () => {
    expect(change({ level: 'senior', function: 'Purchasing' })).toEqual([
      {
        type: 'portfolio.ContactChanged',
        data: { accountId: 'a-1', from: { level: 'board' }, to: { level: 'senior' }, reason: 'Promoted' },
      },
    ]);
  });

  it('changes nothing where everything is as it was', () => {
    expect(change({ name: seal('greta'), knownBy: ['ines'] })).toEqual([]);
  });

  it('is refused for a contact of another account, as for one that never was', () => {
    const other = { ...of, accountId: 'a-2' };
    expect(() => changeContact(known, { ...other, changes: {}, reason: '' })).toThrow('There is no contact');
    expect(() => change({}, contact.initial)).toThrow('There is no contact');
  });

  it('is refused after erasure', () => {
    expect(() => change({ level: 'senior' }, erased)).toThrow('was erased');
  });
});

describe('how somebody of ours stands with the person', () => {
  const trusted = { stance: 'champion', strength: 'trusted', ownerId: 'ines', note: null } as const;
  const set = (personId: string, relationship: typeof trusted | null, reason = '', state = known) =>
    setRelationship(state, { ...of, personId, relationship, reason });

  it('is recorded against what holds of everybody who knows a person', () => {
    const from = { stance: 'unknown', strength: 'knows', ownerId: null, note: null };
    const data = { accountId: 'a-1', personId: 'ines', from, to: trusted, reason: '' };
    expect(set('ines', trusted)).toEqual([{ type: 'portfolio.RelationshipSet', data }]);
    expect(set('jonas', trusted)[0]!.data).toMatchObject({ from: null });
  });

  it('makes somebody known, and an end of knowing ends it', () => {
    const both = given(...added, ...set('jonas', trusted));
    expect(both).toMatchObject({ facts: { knownBy: ['ines', 'jonas'] }, relationships: { jonas: trusted } });
    const changes = { knownBy: ['ines'] };
    const ended = given(...added, ...set('jonas', trusted), ...changeContact(both, { ...of, changes, reason: '' }));
    expect(ended).toMatchObject({ facts: { knownBy: ['ines'] }, relationships: {} });
  });

  it('is refused without a reason where something said is replaced or ended', () => {
    const said = given(...added, ...set('ines', trusted));
    expect(() => set('ines', { ...trusted, note: null, ownerId: 'jonas' } as never, '', said)).toThrow(
      'reason: say why',
    );
    expect(() => set('ines', null)).toThrow('reason: say why');
    expect(() => set('ines', trusted, '', erased)).toThrow('was erased');
  });

  it('changes nothing when it is as it was, or never was', () => {
    expect(set('ines', trusted, '', given(...added, ...set('ines', trusted)))).toEqual([]);
    expect(set('mei', null)).toEqual([]);
  });
});

describe('being in touch', () => {
  const meet = (metOn: string, state = known) => meetContact(state, { ...of, metOn, note: seal('fair') }, ines);
  const met = given(...added, ...meet('2026-03-01'));

  it('records when and who of ours, effective on that day', () => {
    const data = { accountId: 'a-1', metOn: '2026-03-01', by: 'ines', note: seal('fair') };
    expect(meet('2026-03-01')).toEqual([{ type: 'portfolio.ContactMet', data, effectiveOn: '2026-03-01' }]);
  });

  it('is refused for the future, and for after the person left', () => {
    expect(() => meet('2026-03-12')).toThrow('metOn: must not be in the future');
    const left = given(...added, ...leaveCustomer(known, { ...of, leftOn: '2026-02-01', reason: '' }, ines));
    expect(() => meet('2026-03-01', left)).toThrow('metOn: the person left the customer on 2026-02-01');
  });

  it('changes nothing when the same meeting is told twice', () => {
    expect(meet('2026-03-01', met)).toEqual([]);
  });
});

describe('leaving the customer', () => {
  const leave = (leftOn: string | null, state = known) => leaveCustomer(state, { ...of, leftOn, reason: '' }, ines);
  const left = given(...added, ...leave('2026-02-01'));

  it('is recorded with the day, and may be taken back', () => {
    expect(leave('2026-02-01')[0]!.data).toMatchObject({ from: null, to: '2026-02-01' });
    expect(leave(null, left)[0]!.data).toMatchObject({ from: '2026-02-01', to: null });
  });

  it('is refused for the future', () => {
    expect(() => leave('2026-03-12')).toThrow('leftOn: must not be in the future');
  });

  it('changes nothing when it is known', () => {
    expect(leave('2026-02-01', left)).toEqual([]);
  });
});

describe('erasing a person', () => {
  it('records that it was done and why, and nothing of the person', () => {
    expect(eraseContact(known, { ...of, reason: 'asked to' })).toEqual([
      { type: 'portfolio.ContactErased', data: { accountId: 'a-1', reason: 'asked to' } },
    ]);
  });

  it('is refused without a reason', () => {
    expect(() => eraseContact(known, { ...of, reason: '' })).toThrow('reason: say why');
  });

  it('changes nothing when it was done', () => {
    expect(eraseContact(erased, { ...of, reason: 'again' })).toEqual([]);
  });
});

it('the audit history files every change under contact and account', () => {
  const event = { ...added[0]!, tenant: 'acme', stream: 'portfolio.contact-acme_c-1' };
  const tell = contactDescriptions['portfolio.ContactAdded'];
  expect(tell(event as Parameters<typeof tell>[0])).toMatchObject({
    kind: 'contact',
    subject: { type: 'contact', id: 'c-1' },
    accountId: 'a-1',
    detail: 'added',
  });
});
