import type { Actions } from '../facts';
import type { Tile } from '../tile';
import { counted, dayInWords, inWords } from '../words';

/** Is what was agreed being done? */
export function actionsTile({ open, overdue, owners, oldestDueOn, overdueByMonth }: Actions): Tile {
  return {
    id: 'actions',
    value: overdue,
    of: open,
    verdict: overdue > 0 ? 'attention' : 'good',
    sentence: sentenceOf({ open, overdue, owners, oldestDueOn }),
    trend: [...overdueByMonth],
    parts: [],
    madeOf: { list: 'plans', filters: { sort: '-overdueActions' } },
    events: { kind: 'plan-revision' },
  };
}

function sentenceOf({
  open,
  overdue,
  owners,
  oldestDueOn,
}: Pick<Actions, 'open' | 'overdue' | 'owners' | 'oldestDueOn'>) {
  if (open === 0) return 'No action of a plan is open.';
  if (overdue === 0 || oldestDueOn === null) return `None of ${counted(open, 'open action')} of the plans is overdue.`;
  return (
    `${inWords(overdue)} of ${counted(open, 'open action')} ${overdue === 1 ? 'is' : 'are'} overdue with ` +
    `${counted(owners, 'owner')}; the oldest was due on ${dayInWords(oldestDueOn)}.`
  );
}
