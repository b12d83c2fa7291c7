import { type KnownPerson, relationshipFindings } from './findings';

const limits = { today: '2026-06-30', silentDays: 90 };
const person = (id: string, over: Partial<KnownPerson> = {}): KnownPerson => ({
  id,
  function: 'Purchasing',
  level: 'middle',
  influence: null,
  knownBy: ['ines'],
  lastContactOn: '2026-06-01',
  ...over,
});
const found = (...people: KnownPerson[]) => relationshipFindings(people, limits);

describe('what the relationships with a customer say', () => {
  it('breadth counts whom we know, and the functions in which we know somebody', () => {
    const unknown = person('c', { function: 'Finance', knownBy: [] });
    expect(found(person('a'), person('b', { function: 'Operations' }), unknown)).toMatchObject({
      contacts: 3,
      known: 2,
      functions: ['Operations', 'Purchasing'],
    });
  });

  it('height is the highest level that somebody knows, the Board by name', () => {
    const board = person('b', { level: 'board' });
    expect(found(person('a', { level: 'senior' }), { ...board, knownBy: [] })).toMatchObject({
      highest: 'senior',
      board: [],
    });
    expect(found(person('a'), board)).toMatchObject({ highest: 'board', board: ['b'] });
    expect(found().highest).toBeNull();
  });

  it('all hangs on one person of ours, or on one contact, only where it is exactly one', () => {
    expect(found(person('a'), person('b'))).toMatchObject({ singleOurs: 'ines', singleTheirs: null });
    const several = person('a', { knownBy: ['ines', 'jonas'] });
    expect(found(several, person('b', { knownBy: [] }))).toMatchObject({ singleOurs: null, singleTheirs: 'a' });
    expect(found(person('a', { knownBy: [] }))).toMatchObject({ singleOurs: null, singleTheirs: null });
  });

  it('gaps are people with a say whom nobody knows, the highest first; of the Board also where nobody said it', () => {
    const nobody = { knownBy: [] };
    const gate = person('gate', { influence: 'gatekeeper', ...nobody });
    const board = person('board', { level: 'board', ...nobody });
    const using = person('using', { level: 'board', influence: 'uses', ...nobody });
    expect(found(gate, board, using, person('plain', nobody), person('known', { influence: 'decides' })).gaps).toEqual([
      'board',
      'gate',
    ]);
  });

  it('out of touch is who was not met for longer than the limit, who never was first; the limit itself still counts', () => {
    const met = (id: string, lastContactOn: string | null) => person(id, { lastContactOn });
    expect(found(met('limit', '2026-04-01'), met('over', '2026-03-31'), met('never', null)).silent).toEqual([
      { contactId: 'never', days: null },
      { contactId: 'over', days: 91 },
    ]);
    expect(found({ ...met('unknown', null), knownBy: [] }).silent).toEqual([]);
  });
});
