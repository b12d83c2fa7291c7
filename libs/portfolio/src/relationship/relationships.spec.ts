import type { Recorded, RequestContext } from '@mainstay/event-sourcing';
import fc from 'fast-check';
import {
  forgetContact,
  levelOn,
  markWhiteSpace,
  recordWallet,
  relationships,
  type Relationships,
  setLevel,
  setReportingLine,
} from './relationships';
import type { RelationshipsEvent } from './relationships.events';

const context = { now: new Date('2026-03-10T12:00:00Z') } as RequestContext;
const given = (...events: RelationshipsEvent[]): Relationships => events.reduce(then, relationships.initial);
const then = (state: Relationships, event: RelationshipsEvent) =>
  relationships.evolve(state, event as Recorded<RelationshipsEvent>);
const line = (contactId: string, reportsTo: string | null, state = relationships.initial, reason = '') =>
  setReportingLine(state, { contactId, reportsTo, reason });

describe('the customer’s organisation', () => {
  const chain = given(...line('clerk', 'head'), ...line('head', 'chief'));

  it('records whom a contact reports to, before and after', () => {
    expect(line('clerk', 'chief', chain, 'Reorganised')).toEqual([
      {
        type: 'portfolio.ReportingLineSet',
        data: { contactId: 'clerk', from: 'head', to: 'chief', reason: 'Reorganised' },
      },
    ]);
  });

  it('refuses a line that goes round, and a change without a reason', () => {
    expect(() => line('chief', 'clerk', chain)).toThrow('reportsTo: nobody reports');
    expect(() => line('chief', 'chief')).toThrow('reportsTo: nobody reports');
    expect(() => line('clerk', null, chain)).toThrow('reason: say why');
  });

  it('changes nothing when the line stands already', () => {
    expect(line('clerk', 'head', chain)).toEqual([]);
    expect(line('chief', null)).toEqual([]);
  });

  it('has no circle, whatever is asked for in whatever order', () => {
    const wish = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
        let state = relationships.initial;
        for (const [contact, superior] of wishes) {
          try {
            state = line(`${contact}`, `${superior}`, state, 'asked').reduce(then, state);
          } catch {
            // Refused: the state stands.
          }
        }
        for (const start of Object.keys(state.reportsTo)) {
          let at: string | undefined = start;
          for (let step = 0; at !== undefined; step++) {
            expect(step).toBeLessThan(8);
            at = state.reportsTo[at];
          }
        }
      }),
    );
  });

  it('loses an erased person, up and down', () => {
    const state = forgetContact(chain, { contactId: 'head' }).reduce(then, chain);
    expect(state.reportsTo).toEqual({});
    expect(forgetContact(state, { contactId: 'head' })).toEqual([]);
  });
});

describe('the level of the relationship', () => {
  const set = (
    level: 'commodity' | 'enhanced',
    effectiveOn: string,
    state = relationships.initial,
    reason = 'Workshop',
  ) => setLevel(state, { level, effectiveOn, reason }, context);
  const enhanced = given(...set('commodity', '2025-01-01'), ...set('enhanced', '2026-01-01'));

  it('is recorded with the day from which it holds, and what held before', () => {
    expect(set('enhanced', '2026-01-01', given(...set('commodity', '2025-01-01')))).toEqual([
      {
        type: 'portfolio.RelationshipLevelSet',
        data: { from: 'commodity', to: 'enhanced', effectiveOn: '2026-01-01', reason: 'Workshop' },
        effectiveOn: '2026-01-01',
      },
    ]);
    expect([levelOn(enhanced, '2024-12-31'), levelOn(enhanced, '2025-12-31'), levelOn(enhanced, '2026-03-01')]).toEqual(
      [null, 'commodity', 'enhanced'],
    );
  });

  it('is refused for the future and without what shows it', () => {
    expect(() => set('enhanced', '2026-03-12')).toThrow('effectiveOn: must not be in the future');
    expect(() => set('enhanced', '2026-01-01', relationships.initial, '')).toThrow('reason: say what shows');
  });

  it('changes nothing when it holds on that day', () => {
    expect(set('enhanced', '2026-02-01', enhanced)).toEqual([]);
  });
});

describe('white space and share of wallet', () => {
  const mark = (state: 'could' | null, on = relationships.initial) =>
    markWhiteSpace(on, { divisionId: 'nord', offeringId: 'x', state, reason: '' });
  const wallet = (ours: number, state = relationships.initial, on = '2026-01-31', reason = '') =>
    recordWallet(state, { on, ours, total: 100, source: 'Annual report', reason }, context);

  it('a cell is marked and taken back, and nothing changes when it is so', () => {
    const marked = given(...mark('could'));
    expect(mark('could')[0]!.data).toMatchObject({ from: null, to: 'could' });
    expect(mark(null, marked)[0]!.data).toMatchObject({ from: 'could', to: null });
    expect([mark('could', marked), mark(null)]).toEqual([[], []]);
  });

  it('figures are recorded as on a day, and replaced with a reason', () => {
    const first = given(...wallet(20));
    expect(wallet(20)[0]).toMatchObject({
      data: { from: null, to: { ours: 20, total: 100 } },
      effectiveOn: '2026-01-31',
    });
    expect(wallet(30, first, '2026-01-31', 'Mistyped')[0]!.data).toMatchObject({
      from: { ours: 20 },
      to: { ours: 30 },
    });
    expect(() => wallet(30, first)).toThrow('reason: say why');
    expect(wallet(20, first)).toEqual([]);
  });

  it('more than all that is spent is refused, and so is a day to come', () => {
    expect(() => wallet(101)).toThrow('ours: must not be more');
    expect(() => wallet(20, relationships.initial, '2026-03-12')).toThrow('on: must not be in the future');
  });
});
