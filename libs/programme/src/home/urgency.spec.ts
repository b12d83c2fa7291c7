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
