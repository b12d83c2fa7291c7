import { phaseAuditOf } from '../catalogue/phase-audit';
import type { Assignment } from './assignment';
import { progressOf } from './progress';

const catalogue = phaseAuditOf(1);
const awareness: Assignment = { personId: 'ann', part: { kind: 'period', phase: 'A', period: 1 }, dueOn: '2025-04-01' };
const given = (actionId: string, answeredBy = 'ann', confirmed = true) => ({ actionId, answeredBy, confirmed });
const everything: Assignment = { personId: 'ben', part: { kind: 'all' } };

describe('progress by assessor and part', () => {
  it('counts what is settled, by whom, what waits to be confirmed and what is unanswered', () => {
    const answers = [given('A1-01'), given('A1-02', 'ben'), given('A1-03', 'ann', false), given('B1-01')];
    expect(progressOf(catalogue, [awareness, everything], answers, '2025-04-01').parts).toEqual([
      { ...awareness, actions: 7, settled: 2, own: 1, unconfirmed: 1, unanswered: 4, overdue: false },
      { ...everything, actions: 129, settled: 3, own: 1, unconfirmed: 1, unanswered: 125, overdue: false },
    ]);
  });

  it('is overdue from the day after the due day, while anything is open', () => {
    const all = catalogue.actions.slice(0, 7).map(({ id }) => given(id));
    const overdue = (answers: typeof all, today: string) =>
      progressOf(catalogue, [awareness], answers, today).parts[0]!.overdue;
    expect(overdue([], '2025-04-01')).toBe(false);
    expect(overdue([], '2025-04-02')).toBe(true);
    expect(overdue(all, '2025-04-02')).toBe(false);
    expect(overdue([...all.slice(1), given('A1-01', 'ann', false)], '2025-04-02')).toBe(true);
  });

  it('shows what nobody is assigned to as a gap', () => {
    expect(progressOf(catalogue, [awareness], [], '2025-04-01').gaps).toHaveLength(122);
    expect(progressOf(catalogue, [awareness, everything], [], '2025-04-01').gaps).toEqual([]);
    expect(progressOf(catalogue, [], [], '2025-04-01').gaps).toHaveLength(129);
  });
});
