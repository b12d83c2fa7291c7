import type { Recorded, RequestContext } from '@mainstay/event-sourcing';
import type { Part } from '../audit/assignment';
import type { OpenAudit } from '../audit/audit';
import { dismiss, leftOf, remind, type Reminder, reminder } from './reminder';
import { reminderDescriptions } from './reminder.descriptions';
import { type ReminderEvent, reminderEvents } from './reminder.events';

const [ann, ben] = ['person-ann', 'person-ben'];
const by = (actor: string): RequestContext => ({
  tenant: 'acme',
  actor,
  roles: ['assessor'],
  correlation: 'r',
  now: new Date('2025-03-10T12:00:00Z'),
});
const awareness: Part = { kind: 'period', phase: 'A', period: 1 };
const left = { parts: [{ part: awareness, left: 4, dueOn: '2025-03-01' }], leftCount: 4 };
const body = { divisionId: 'd-1', auditId: 'audit-1', personId: ann, left, note: ' Please finish ' };
const sent = remind(reminder.initial, body);
const recorded = (event: ReminderEvent) => event as Recorded<ReminderEvent>;
const given = (...events: ReminderEvent[]): Reminder =>
  events.map(recorded).reduce((state, event) => reminder.evolve(state, event), reminder.initial);
const take = (state: Reminder, actor = ann, auditId = 'audit-1') =>
  dismiss(state, { auditId, reminderId: 'r-1' }, by(actor));

describe('what is left for an assessor', () => {
  const answer = { answer: { score: 1 }, by: ann, at: '2025-03-01T00:00:00Z' } as const;
  const audit: OpenAudit = {
    kind: 'open',
    title: 'Spring audit',
    catalogueVersion: 1,
    auditDate: '2025-03-01',
    assignments: [
      { personId: ann, part: awareness, dueOn: '2025-03-01' },
      { personId: ann, part: { kind: 'period', phase: 'B', period: 1 } },
      { personId: ben, part: { kind: 'all' } },
    ],
    given: { 'A1-01': answer, 'B1-01': answer },
    carried: {},
    files: {},
    version: 9,
  };

  it('is counted by part, and each action once where parts overlap', () => {
    const { parts, leftCount } = leftOf(audit, ann);
    expect(parts.map(({ part, dueOn }) => [part, dueOn])).toEqual([
      [awareness, '2025-03-01'],
      [{ kind: 'period', phase: 'B', period: 1 }, undefined],
    ]);
    expect(leftCount).toBe(parts.reduce((sum, { left }) => sum + left, 0));
    const twice = { ...audit, assignments: [...audit.assignments, { personId: ben, part: awareness }] };
    expect(leftOf(twice, ben).leftCount).toBe(127);
  });

  it('is nothing for whoever is not assigned', () => {
    expect(leftOf(audit, 'somebody')).toEqual({ parts: [], leftCount: 0 });
  });
});

describe('reminding an assessor', () => {
  it('records what is left, and the earliest due date', () => {
    const parts = [...left.parts, { part: { kind: 'all' as const }, left: 9, dueOn: '2025-02-01' }];
    expect(remind(reminder.initial, { ...body, left: { parts, leftCount: 9 } })).toEqual([
      {
        type: 'assessment.AssessorReminded',
        data: {
          divisionId: 'd-1',
          auditId: 'audit-1',
          personId: ann,
          parts,
          leftCount: 9,
          dueOn: '2025-02-01',
          note: 'Please finish',
        },
      },
    ]);
  });

  it('is refused where nothing is left', () => {
    expect(() => remind(reminder.initial, { ...body, left: { parts: [], leftCount: 0 } })).toThrow(
      'personId: nothing of this audit is left',
    );
  });

  it('gives nothing the second time', () => {
    expect(remind(given(...sent), body)).toEqual([]);
  });
});

describe('dismissing a reminder', () => {
  it('is recorded', () => {
    expect(take(given(...sent))).toEqual([
      { type: 'assessment.ReminderDismissed', data: { divisionId: 'd-1', auditId: 'audit-1', personId: ann } },
    ]);
  });

  it('is for the person reminded, of a reminder that was sent about this audit', () => {
    expect(() => take(given(...sent), ben)).toThrow('Only the person who was reminded');
    expect(() => take(reminder.initial)).toThrow('There is no reminder');
    expect(() => take(given(...sent), ann, 'audit-2')).toThrow('There is no reminder');
  });

  it('gives nothing the second time', () => {
    expect(take(given(...sent, ...take(given(...sent))))).toEqual([]);
  });
});

it('both are told in the history of the audit', () => {
  const told = [...sent, ...take(given(...sent))].map((event) => {
    expect(reminderEvents[event.type].schema.safeParse(event.data).error).toBeUndefined();
    return (reminderDescriptions[event.type] as (event: Recorded<ReminderEvent>) => object)(recorded(event));
  });
  const about = { kind: 'audit-reminder', subject: { type: 'audit', id: 'audit-1' }, divisionId: 'd-1' };
  expect(told).toEqual([
    {
      ...about,
      before: null,
      after: { person: ann, left: 4, dueOn: '2025-03-01', parts: [expect.stringMatching(/^A1 .+: 4$/)] },
      why: 'Please finish',
    },
    { ...about, before: { person: ann, dismissed: false }, after: { person: ann, dismissed: true } },
  ]);
});
