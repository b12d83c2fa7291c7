import type { AuditWork } from '@mainstay/assessment';
import { type OwnWork, tasksOf } from './tasks';

const today = '2026-03-10';
const part = { auditId: 'a-1', audit: 'Spring audit', part: 'Structure', left: 7 };
const question = { auditId: 'a-1', actionId: 'A1-02', audit: 'Spring audit', text: 'Is it so?', author: 'p-2' };
const nothing: AuditWork = { parts: [], asked: [], answered: [], open: [], reminders: [], ready: [] };
const idle: OwnWork = {
  personId: 'p-1',
  today,
  soon: '2026-03-17',
  audits: nothing,
  organisation: { answer: [], settle: [] },
  actions: [],
  programmeActions: [],
  picture: null,
  litmusDue: 0,
  missingMonth: null,
  moves: [],
  alignment: [],
  exitPoints: [],
  resources: [],
  notices: 0,
  rounds: [],
  portfolio: null,
};
const tasks = (work: Partial<AuditWork>, rest: Partial<OwnWork> = {}) =>
  tasksOf({ ...idle, ...rest, audits: { ...nothing, ...work } });

describe('what waits for a person in audits', () => {
  it.each([
    ['2026-03-09', 'audit-overdue'],
    ['2026-03-10', 'audit-due'],
    ['2026-03-17', 'audit-due'],
    ['2026-03-18', 'answer-audit'],
    [null, 'answer-audit'],
  ])('is each part assigned, by its due date: %s is %s', (dueOn, kind) => {
    expect(tasks({ parts: [{ ...part, dueOn }] })).toMatchObject([
      {
        kind,
        title: 'Spring audit',
        detail: 'Structure',
        count: 7,
        dueOn,
        link: { list: 'answers', id: 'a-1', filters: { show: 'mine' } },
      },
    ]);
  });

  it('is a question that names the person, with whoever asked it', () => {
    expect(tasks({ asked: [question] })).toMatchObject([
      { kind: 'question-asked', detail: 'Is it so?', by: 'p-2', link: { filters: { action: 'A1-02' } } },
    ]);
  });

  it('is the person’s own question, once it was answered', () => {
    expect(tasks({ answered: [question] })).toMatchObject([{ kind: 'question-answered', by: null }]);
  });

  it('is what is open in the audits that the lead opened, counted by audit', () => {
    expect(tasks({ open: [{ auditId: 'a-1', audit: 'Spring audit', count: 3 }] })).toMatchObject([
      { kind: 'audit-questions', count: 3, link: { filters: { show: 'question' } } },
    ]);
  });

  it('is, for the lead, an audit ready to be signed off, by its review', () => {
    expect(tasks({ ready: [{ auditId: 'a-1', audit: 'Spring audit' }] })).toMatchObject([
      {
        kind: 'sign-off-audit',
        title: 'Spring audit',
        link: { list: 'audits', id: 'a-1', filters: { tab: 'review' } },
      },
    ]);
  });

  it('is a reminder, which can be dismissed', () => {
    const reminder = { reminderId: 'r-1', auditId: 'a-1', audit: 'Spring audit', by: 'p-3', note: 'Please', left: 4 };
    expect(tasks({ reminders: [{ ...reminder, dueOn: null }] })).toMatchObject([
      { kind: 'audit-reminder', reminderId: 'r-1', by: 'p-3', detail: 'Please', count: 4 },
    ]);
  });
});

it('what is overdue comes first, then what somebody else waits for, then the rest by date', () => {
  const programmeActions = [{ id: 'x', title: 'Name a sponsor', dueOn: '2026-03-08' }];
  const parts = [
    { ...part, dueOn: '2026-03-12' },
    { ...part, dueOn: '2026-03-01' },
    { ...part, dueOn: null },
  ];
  expect(tasks({ parts, asked: [question] }, { programmeActions }).map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
    ['audit-overdue', '2026-03-01'],
    ['action-overdue', '2026-03-08'],
    ['question-asked', null],
    ['audit-due', '2026-03-12'],
    ['answer-audit', null],
  ]);
});

it('cells of the organisation wait for the lead to settle, for others wait for it, and for the assessor to answer', () => {
  const cells = { id: 'o-1', title: 'How ready are we?', count: 4 };
  expect(tasks({}, { organisation: { answer: [cells], settle: [cells] } })).toMatchObject([
    { kind: 'settle-organisation', count: 4, link: { list: 'organisation', id: 'o-1', filters: { tab: 'settle' } } },
    { kind: 'answer-organisation', count: 4, link: { list: 'organisation', id: 'o-1', filters: {} } },
  ]);
});

it('litmus tests that are due wait for the manager who leads the accounts', () => {
  expect(tasks({}, { litmusDue: 3 })).toMatchObject([
    { kind: 'litmus-due', count: 3, link: { list: 'litmus', filters: { leadId: 'p-1', due: 'true' } } },
  ]);
});

it('a month without an entry waits for the manager', () => {
  expect(tasks({}, { missingMonth: '2026-02' })).toMatchObject([
    { kind: 'enter-time', title: '2026-02', dueOn: null, link: { list: 'time', filters: { period: '2026-02' } } },
  ]);
});

it('the next alignment review waits for the manager of the account, and leads to what is known of it', () => {
  const alignment = [
    { accountId: 'a-1', account: 'Norrland Dairy', dueOn: '2026-03-09' },
    { accountId: 'a-2', account: 'Tervo Mining', dueOn: '2026-03-12' },
  ];
  expect(tasks({}, { alignment })).toMatchObject([
    {
      kind: 'alignment-overdue',
      title: 'Norrland Dairy',
      link: { list: 'accounts', id: 'a-1', filters: { tab: 'knowledge' } },
    },
    { kind: 'alignment-due', title: 'Tervo Mining', dueOn: '2026-03-12' },
  ]);
});

it('nothing waits for whoever has nothing to do', () => {
  expect(tasksOf(idle)).toEqual([]);
});

it('a move that somebody else proposed waits for whoever may decide it, and leads to the account', () => {
  const moves = [{ accountId: 'a-1', account: 'Norrland Dairy', by: 'ines' }];
  expect(tasks({}, { moves })).toMatchObject([
    { kind: 'move-to-decide', title: 'Norrland Dairy', by: 'ines', link: { list: 'accounts', id: 'a-1' } },
  ]);
});

it('points of an exit wait for whoever sees to them, resources for whoever decides, notices for whom they concern', () => {
  const exitPoints = [
    { accountId: 'a-1', account: 'Norrland Dairy', text: 'Tell the customer', dueOn: '2026-03-09' },
    { accountId: 'a-1', account: 'Norrland Dairy', text: 'Free the team', dueOn: '2026-03-11' },
  ];
  const resources = [{ accountId: 'a-1', account: 'Norrland Dairy', checkOn: '2026-03-10', count: 2 }];
  expect(tasks({}, { exitPoints, resources, notices: 3 })).toMatchObject([
    {
      kind: 'exit-overdue',
      title: 'Tell the customer',
      account: 'Norrland Dairy',
      link: { filters: { tab: 'categories' } },
    },
    { kind: 'check-resource', count: 2, dueOn: '2026-03-10', link: { list: 'moves', filters: { account: 'a-1' } } },
    { kind: 'exit-point', title: 'Free the team' },
    { kind: 'notices', count: 3, link: { list: 'notices' } },
  ]);
});

it('accounts of a round wait for their scorers with the reminder, and for whoever settles once all have scored', () => {
  const round = { roundId: 'r-1', round: 'Spring', dueOn: '2026-03-12', toScore: 4, toSettle: 0, reminder: null };
  const reminder = { by: 'p-2', note: 'Please' };
  expect(tasks({}, { rounds: [{ ...round, reminder }] })).toMatchObject([
    { kind: 'score-round', count: 4, by: 'p-2', detail: 'Please', link: { list: 'round-scoring', id: 'r-1' } },
  ]);
  const late = { ...round, dueOn: '2026-03-09', toSettle: 2 };
  expect(tasks({}, { rounds: [late] }).map(({ kind }) => kind)).toEqual(['score-round-overdue', 'settle-round']);
});
