import { Badge } from '@mantine/core';
import type { ProgrammeAction } from './action';
import { t } from './texts';

const colours = { open: 'gray', 'under-way': 'blue', done: 'green', dropped: 'gray' } as const;

/** The state in words; overdue is said beside it. */
export function StateMark({ action: { state, overdue } }: { action: Pick<ProgrammeAction, 'state' | 'overdue'> }) {
  return (
    <>
      <Badge variant="light" color={colours[state]}>
        {t(`state.${state}`)}
      </Badge>
      {overdue && (
        <Badge variant="light" color="red" ml={4}>
          {t('overdue')}
        </Badge>
      )}
    </>
  );
}
