import { Forbidden, type Recorded, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { type Litmus, litmus, type LitmusSubject, take, type TakeBody } from './litmus';
import { litmusDescriptions } from './litmus.descriptions';
import type { LitmusEvent } from './litmus.events';
import { answersTo } from './litmus.fixture';
import { litmusTestOf } from './litmus-catalogue';

const kim: RequestContext = {
  tenant: 'acme',
  actor: 'kim',
  roles: ['key-account-manager'],
  correlation: 'test',
  now: new Date('2026-03-10T09:00:00Z'),
};
const lead: RequestContext = { ...kim, actor: 'lena', roles: ['programme-lead'] };
const head: RequestContext = { ...kim, actor: 'uma', roles: ['kam-unit-head'] };

const manager: LitmusSubject = { test: 'manager', accountId: 'a1', leadId: 'kim' };
const customer: LitmusSubject = { test: 'customer', accountId: 'a1', leadId: 'kim' };
const organisation: LitmusSubject = { test: 'organisation' };

const after = (...events: LitmusEvent[]): Litmus =>
  events.reduce((state, event) => litmus.evolve(state, event as Recorded<LitmusEvent>), litmus.initial);
const body = (letters = 'yyyyn', over: Partial<TakeBody> = {}): TakeBody => ({
  subject: manager,
  takenOn: '2026-03-01',
  answers: answersTo(over.subject?.test ?? 'manager', letters),
  ...over,
});
const taken = (takenOn: string, letters: string) => after(...take(litmus.initial, body(letters, { takenOn }), kim));

describe('taking a litmus test', () => {
  it('records every answer, whose test it is and the day that it describes', () => {
    expect(take(litmus.initial, body('yynay'), kim)).toEqual([
      {
        type: 'assessment.LitmusTaken',
        data: {
          test: 'manager',
          accountId: 'a1',
          managerId: 'kim',
          catalogueVersion: 1,
          takenOn: '2026-03-01',
          from: null,
          answers: answersTo('manager', 'yynay'),
        },
        effectiveOn: '2026-03-01',
      },
    ]);
  });

  it('keeps the answers of the taking before by date, whichever was recorded first', () => {
    const state = after(
      ...take(litmus.initial, body('yyyyy', { takenOn: '2026-03-01' }), kim),
      ...take(litmus.initial, body('nnnnn', { takenOn: '2025-03-01' }), kim),
    );
    const [event] = take(state, body('yyynn', { takenOn: '2025-09-01' }), kim);
    expect(event!.data.from).toEqual({ takenOn: '2025-03-01', answers: answersTo('manager', 'nnnnn') });
  });

  it('asks 6, 5 and 5 questions, and names no manager for a customer or the organisation', () => {
    const [one] = take(litmus.initial, body('yyyyyn', { subject: customer }), kim);
    expect(one!.data).toMatchObject({ test: 'customer', accountId: 'a1' });
    expect(one!.data).not.toHaveProperty('managerId');
    const [other] = take(litmus.initial, body('yyyya', { subject: organisation }), lead);
    expect(other!.data).not.toHaveProperty('accountId');
    expect(Object.keys(other!.data.answers)).toHaveLength(5);
  });

  it('is refused without every answer, and with an answer to what is not asked', () => {
    const { M5: _, ...four } = answersTo('manager', 'yyyyy');
    expect(() => take(litmus.initial, body('', { answers: four }), kim)).toThrow(
      new Refused('litmus.question-missing', 'answers: every question needs an answer; M5 has none.'),
    );
    const answers = { ...answersTo('manager', 'yyyyy'), O1: { answer: 'yes' as const } };
    expect(() => take(litmus.initial, body('', { answers }), kim)).toThrow('the test does not ask O1');
  });

  it('is refused for a day that has come nowhere on earth', () => {
    expect(take(litmus.initial, body('yyyyy', { takenOn: '2026-03-10' }), kim)).toHaveLength(1);
    expect(() => take(litmus.initial, body('yyyyy', { takenOn: '2026-03-12' }), kim)).toThrow('has not come');
  });

  it('is for those who know: the lead of the account, the head of the unit, the programme lead', () => {
    expect(take(litmus.initial, body('yyyyy'), head)).toMatchObject([{ data: { managerId: 'kim' } }]);
    expect(() => take(litmus.initial, body('yyyyy'), { ...kim, actor: 'lou' })).toThrow(Forbidden);
    expect(() => take(litmus.initial, body('yyyyyy', { subject: customer }), lead)).toThrow(Forbidden);
    expect(() => take(litmus.initial, body('yyyyy', { subject: organisation }), head)).toThrow(Forbidden);
  });

  it('of a manager is refused while nobody leads the account; of its customer it is not', () => {
    const unled = { accountId: 'a1', leadId: null };
    expect(() => take(litmus.initial, body('yyyyy', { subject: { test: 'manager', ...unled } }), head)).toThrow(
      'nobody leads this account',
    );
    expect(take(litmus.initial, body('yyyyyy', { subject: { test: 'customer', ...unled } }), head)).toHaveLength(1);
  });
});

describe('taking it again for the same day', () => {
  it('corrects the answers, with before, after and why', () => {
    const events = take(taken('2026-03-01', 'yyyyy'), body('yyyya', { reason: 'Read the plan again' }), kim);
    expect(events).toMatchObject([
      {
        type: 'assessment.LitmusTakingCorrected',
        data: {
          from: answersTo('manager', 'yyyyy'),
          answers: answersTo('manager', 'yyyya'),
          reason: 'Read the plan again',
        },
      },
    ]);
  });

  it('is refused without a reason', () => {
    expect(() => take(taken('2026-03-01', 'yyyyy'), body('yyyya', { reason: ' ' }), kim)).toThrow(
      'say why its answers change',
    );
  });

  it('changes nothing with the same answers', () => {
    expect(take(taken('2026-03-01', 'yyyya'), body('yyyya'), kim)).toEqual([]);
  });

  it('is a correction when only a note changes', () => {
    const answers = { ...answersTo('manager', 'yyyya'), M5: { answer: 'ambivalent' as const, note: 'Not in figures' } };
    expect(take(taken('2026-03-01', 'yyyya'), body('', { answers, reason: 'Said why' }), kim)).toHaveLength(1);
  });

  it('gives the test to the manager who leads the account now', () => {
    const subject: LitmusSubject = { test: 'manager', accountId: 'a1', leadId: 'lou' };
    const events = take(taken('2026-03-01', 'yyyya'), body('yyyya', { subject, reason: 'Handed over' }), head);
    expect(events).toMatchObject([{ data: { managerId: 'lou' } }]);
  });
});

describe('the history of a litmus test tells', () => {
  const tell = (event: LitmusEvent) =>
    litmusDescriptions[event.type]({ ...event, tenant: 'acme', stream: 'assessment.litmus-acme_l-1' } as never);

  const lines = (answer: string) =>
    Object.fromEntries(litmusTestOf(1, 'manager').questions.map(({ id, short }) => [`${id} ${short}`, answer]));

  it('a taking beside the one before it', () => {
    const [event] = take(taken('2025-03-01', 'nnnnn'), body('yyyyy'), kim);
    expect(tell(event!)).toEqual({
      kind: 'litmus-test',
      subject: { type: 'litmus', id: 'l-1' },
      accountId: 'a1',
      detail: 'manager',
      before: { takenOn: '2025-03-01', ...lines('no') },
      after: { takenOn: '2026-03-01', ...lines('yes') },
    });
  });

  it('a correction: before, after with what it rests on, and why', () => {
    const answers = { ...answersTo('manager', 'yyyya'), M5: { answer: 'ambivalent' as const, note: 'Not in figures' } };
    const [event] = take(taken('2026-03-01', 'yyyyy'), body('', { answers, reason: 'Looked again' }), kim);
    expect(tell(event!)).toMatchObject({
      before: { 'M5 Can say what value was added': 'yes' },
      after: { 'M5 Can say what value was added': 'ambivalent: Not in figures' },
      why: 'Looked again',
    });
  });
});
