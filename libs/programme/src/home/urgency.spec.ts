import fc from 'fast-check';
import { plain, type Task } from './task';
import { byUrgency } from './urgency';

const days = { today: '2026-03-10', soon: '2026-03-17' };
const link = { list: 'accounts' as const, filters: {} };
const task = (kind: Task['kind'], dueOn: string | null = null, title = '') => ({ ...plain, kind, dueOn, title, link });
const ordered = (...tasks: ReturnType<typeof task>[]) =>
  byUrgency(tasks, days).map(({ kind, urgency }) => [kind, urgency]);

describe('the order in which tasks need the person', () => {
  it('is what is overdue, then what others wait for, then what falls due, then the rest', () => {
    expect(
      ordered(
        task('accounts-unscored'),
        task('action-due', '2026-03-12'),
        task('move-to-decide'),
        task('exit-overdue', '2026-03-09'),
      ),
    ).toEqual([
      ['exit-overdue', 'overdue'],
      ['move-to-decide', 'others-wait'],
      ['action-due', 'due'],
      ['accounts-unscored', 'open'],
    ]);
  });

  it('has what is due today and within the week as falling due, and what is due later among the rest', () => {
    expect(
      ordered(task('answer-audit', '2026-03-18'), task('audit-due', '2026-03-17'), task('action-due', '2026-03-10')),
    ).toEqual([
      ['action-due', 'due'],
      ['audit-due', 'due'],
      ['answer-audit', 'open'],
    ]);
  });

  it('has what others wait for as overdue once its own day has passed', () => {
    expect(ordered(task('audit-reminder', '2026-03-09'), task('audit-reminder', '2026-03-20'))).toEqual([
      ['audit-reminder', 'overdue'],
      ['audit-reminder', 'others-wait'],
    ]);
  });

  it('goes by date within each, what has none last, and leaves equals as they were given', () => {
    const given = [task('notices', null, 'a'), task('answer-audit', '2026-04-02'), task('notices', null, 'b')];
    expect(byUrgency(given, days).map(({ title, dueOn }) => title || dueOn)).toEqual(['2026-04-02', 'a', 'b']);
  });

  it('loses and doubles nothing, whatever is given', () => {
    const any = fc.record({
      kind: fc.constantFrom<Task['kind']>('move-to-decide', 'action-due', 'notices', 'settle-round'),
      dueOn: fc.option(fc.constantFrom('2026-03-01', '2026-03-10', '2026-03-17', '2026-05-01')),
      title: fc.uuid(),
    });
    fc.assert(
      fc.property(fc.array(any), (given) => {
        const tasks = given.map(({ kind, dueOn, title }) => task(kind, dueOn, title));
        expect(
          byUrgency(tasks, days)
            .map(({ title }) => title)
            .sort(),
        ).toEqual(tasks.map(({ title }) => title).sort());
      }),
    );
  });
});

describe('what Home shows first', () => {
  const overdue = (n: number) => Array.from({ length: n }, (_, i) => task('action-overdue', `2026-02-1${i}`));
  const shown = (...tasks: ReturnType<typeof task>[]) =>
    byUrgency(tasks, days)
      .filter(({ shownFirst }) => shownFirst)
      .map(({ kind }) => kind);
  const times = (n: number, kind: Task['kind']) => Array<Task['kind']>(n).fill(kind);

  it('is the eight most urgent where nobody waits', () => {
    expect(shown(...overdue(9), task('notices'))).toEqual(times(8, 'action-overdue'));
  });

  it('has places for three that others wait for, however much of the own is overdue', () => {
    expect(shown(...overdue(9), ...times(4, 'move-to-decide').map((kind) => task(kind)))).toEqual([
      ...times(5, 'action-overdue'),
      ...times(3, 'move-to-decide'),
    ]);
  });

  it('has an approval before questions and reminders, also where these have a nearer day', () => {
    const reminders = times(4, 'audit-reminder').map((kind) => task(kind, '2026-03-11'));
    expect(shown(...overdue(9), ...reminders, task('sign-off-audit'))).toEqual([
      ...times(5, 'action-overdue'),
      ...times(2, 'audit-reminder'),
      'sign-off-audit',
    ]);
  });

  it('gives places that nobody needs to the most urgent', () => {
    expect(shown(...overdue(9), task('move-to-decide'))).toEqual([...times(7, 'action-overdue'), 'move-to-decide']);
    expect(shown(task('notices'), ...times(9, 'settle-round').map((kind) => task(kind)))).toEqual(
      times(8, 'settle-round'),
    );
  });

  it('never hides the approvals, and fills its eight places, whatever is given', () => {
    const approvals: Task['kind'][] = ['move-to-decide', 'sign-off-audit', 'settle-organisation', 'settle-round'];
    const any = fc.record({
      kind: fc.constantFrom<Task['kind']>(...approvals, 'question-asked', 'audit-reminder', 'action-due', 'notices'),
      dueOn: fc.option(fc.constantFrom('2026-03-01', '2026-03-10', '2026-03-17', '2026-05-01')),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (given) => {
        const kinds = shown(...given.map(({ kind, dueOn }) => task(kind, dueOn)));
        const toApprove = (all: readonly Task['kind'][]) => all.filter((kind) => approvals.includes(kind)).length;
        expect(toApprove(kinds)).toBeGreaterThanOrEqual(Math.min(3, toApprove(given.map(({ kind }) => kind))));
        expect(kinds).toHaveLength(Math.min(8, given.length));
      }),
    );
  });
});
