import { type DomainEvent, NotFound } from '@mainstay/event-sourcing';
import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { auditRegister } from '../audit/audit-register/audit-register.projection';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { discussionRegister } from '../discussion/discussion.projection';
import { OwnAuditWork } from './own-work.queries';
import { reminderRegister } from './reminder.projection';
import { Reminders } from './reminder.queries';

const opened = {
  type: 'assessment.AuditOpened',
  data: { scope: { kind: 'programme' }, title: 'Spring audit', catalogueVersion: 1, auditDate: '2025-03-01' },
};
const awareness = { kind: 'period', phase: 'A', period: 1 };
const assigned = {
  type: 'assessment.AssignmentsChanged',
  data: {
    from: [],
    to: [
      { personId: 'ann', part: awareness, dueOn: '2026-01-01' },
      { personId: 'ben', part: { kind: 'all' } },
    ],
  },
};
const answered = (actionId: string) => ({
  type: 'assessment.ActionAnswered',
  data: { actionId, from: null, to: { score: 2 } },
});
const said = (commentId: string, change: object = {}) => ({
  type: 'assessment.CommentMade',
  data: { auditId: 'audit-1', actionId: 'A1-02', commentId, kind: 'comment', text: 'Yes.', mentions: [], ...change },
});
const asked = (commentId: string) =>
  said(commentId, { kind: 'question', text: 'Is it so, @[ann]?', mentions: ['ann'] });
const reminded = {
  type: 'assessment.AssessorReminded',
  data: { auditId: 'audit-1', personId: 'ann', parts: [{ part: awareness, left: 7 }], leftCount: 7, note: 'Please' },
};
const dismissed = { type: 'assessment.ReminderDismissed', data: { auditId: 'audit-1', personId: 'ann' } };
const signedOff = {
  type: 'assessment.AuditSignedOff',
  data: {
    pinned: 4,
    digest: 'd',
    score: 2,
    maximum: 387,
    answered: 1,
    notRelevant: 0,
    unanswered: 128,
    ownAnswers: 0,
    acceptedHints: [],
  },
};

describe('what waits for a person in the audits', () => {
  let db: ReadModelHarness;
  let work: OwnAuditWork;
  const of = async (actor: string, asAt?: Date) => {
    await db.whenCaughtUp();
    const roles = actor === 'lead' ? (['programme-lead'] as const) : (['assessor'] as const);
    return work.of(db.context({ actor, roles, asAt }), '2026-01-05');
  };
  const audit = (event: DomainEvent, actor = 'lead') => db.append('assessment.audit', 'audit-1', [event], { actor });
  const say = (event: DomainEvent, actor: string) => db.append('assessment.discussion', 'd-1', [event], { actor });
  const remind = (event: DomainEvent) => db.append('assessment.reminder', 'r-1', [event], { actor: 'lead' });

  beforeAll(async () => {
    db = await readModelHarness({ projections: [auditRegister, discussionRegister, reminderRegister] });
    work = new OwnAuditWork(db.readStore);
    await audit(opened);
    await audit(assigned);
    await db.append('assessment.audit', 'audit-9', [opened, assigned], { tenant: 'globex' });
  });
  afterAll(() => db.close());

  it('is what is left of each part assigned, less with every answer', async () => {
    const part = { auditId: 'audit-1', audit: 'Spring audit', part: 'A1 Awareness' };
    const before = (await of('ann')).parts;
    expect(before).toMatchObject([{ ...part, part: expect.stringMatching(/^A1 /), dueOn: '2026-01-01' }]);
    const { recorded } = await audit(answered('A1-01'), 'ann');
    expect((await of('ann')).parts[0]!.left).toBe(before[0]!.left - 1);
    expect((await of('ben')).parts).toMatchObject([{ part: 'Whole audit', left: 128, dueOn: null }]);
    expect((await of('ann', new Date(recorded.getTime() - 1))).parts[0]!.left).toBe(before[0]!.left);
    expect((await of('somebody')).parts).toEqual([]);
  });

  it('is a question that names the person until it is answered, then the asker’s to settle', async () => {
    await say(asked('q-1'), 'ben');
    expect((await of('ann')).asked).toEqual([
      { auditId: 'audit-1', actionId: 'A1-02', audit: 'Spring audit', text: 'Is it so, @[ann]?', author: 'ben' },
    ]);
    expect((await of('ben')).answered).toEqual([]);
    await say(said('c-1', { answers: 'q-1' }), 'ann');
    expect((await of('ann')).asked).toEqual([]);
    expect((await of('ben')).answered).toMatchObject([{ text: 'Is it so, @[ann]?' }]);
  });

  it('is, for the lead, every open question of the audits that he or she opened', async () => {
    expect((await of('lead')).open).toEqual([{ auditId: 'audit-1', audit: 'Spring audit', count: 1 }]);
    const place = { auditId: 'audit-1', actionId: 'A1-02', commentId: 'q-1' };
    const question = { text: 'Is it so, @[ann]?', mentions: ['ann'] };
    await say({ type: 'assessment.QuestionResolved', data: { ...place, question } }, 'ben');
    expect((await of('lead')).open).toEqual([]);
    expect((await of('ben')).answered).toEqual([]);
  });

  it('is a reminder until it is dismissed, or nothing is left', async () => {
    await remind(reminded);
    expect((await of('ann')).reminders).toMatchObject([{ reminderId: 'r-1', by: 'lead', note: 'Please', dueOn: null }]);
    expect((await of('ben')).reminders).toEqual([]);
    await remind(dismissed);
    expect((await of('ann')).reminders).toEqual([]);
    const reminders = new Reminders(db.readStore);
    expect((await reminders.ofAudit(db.context(), 'audit-1')).items).toMatchObject([
      { id: 'r-1', personId: 'ann', leftCount: 7, by: 'lead', dismissedAt: expect.any(String) },
    ]);
    await expect(reminders.ofAudit(db.context(), 'audit-9')).rejects.toThrow(NotFound);
  });

  it('is, for whoever signs off, an audit in which everything is answered and nothing waits to be confirmed', async () => {
    const whole = (event: DomainEvent) => db.append('assessment.audit', 'audit-2', [event], { actor: 'lead' });
    const ids = phaseAuditOf(1).actions.map(({ id }) => id);
    await whole(opened);
    await db.append('assessment.audit', 'audit-2', ids.slice(1).map(answered), { actor: 'ann' });
    expect((await of('lead')).ready).toEqual([]);
    await whole(answered(ids[0]!));
    expect((await of('lead')).ready).toEqual([{ auditId: 'audit-2', audit: 'Spring audit' }]);
    expect((await of('ann')).ready).toEqual([]);
    await whole(signedOff);
    expect((await of('lead')).ready).toEqual([]);
  });

  it('is nothing in an audit that is signed off', async () => {
    await db.append('assessment.reminder', 'r-2', [reminded], { actor: 'lead' });
    await audit(signedOff);
    expect(await of('ann')).toMatchObject({ parts: [], reminders: [] });
  });

  it('gives the same rows when built anew', () => db.rebuildGivesSameRows());
});
