import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircle, IconX } from '@tabler/icons-react';
import { tone } from '~/theme/tones';
import { Day, PersonName } from '~/ui';
import { t } from '../texts';
import type { Action } from '../types';
import classes from './PlanDocument.module.css';

interface ActionsTableProps {
  actions: readonly Action[];
  overdue?: readonly string[];
  /** Where the reader may change the plan: marks an action as done. */
  onDone?: (action: Action) => void;
}

export function ActionsTable({ actions, overdue = [], onDone }: ActionsTableProps) {
  if (actions.length === 0) return <p className={classes['nothing']}>{t('nothing')}</p>;
  return (
    <table className={`${classes['table']} ${classes['stacks']}`}>
      <thead>
        <tr>
          <th scope="col">{t('action.title')}</th>
          <th scope="col">{t('action.owner')}</th>
          <th scope="col">{t('due')}</th>
          <th scope="col">{t('action.state')}</th>
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => (
          <tr key={action.id}>
            <th scope="row">{action.title}</th>
            <td>
              <PersonName id={action.ownerId} />
            </td>
            <td className={classes['nowrap']}>
              <Day on={action.dueOn} />
            </td>
            <td className={classes['nowrap']}>
              <ActionState state={action.state} overdue={overdue.includes(action.id)} />
              {onDone && action.state === 'open' && (
                <Button
                  size="compact-xs"
                  variant="default"
                  ml="xs"
                  leftSection={<IconCheck size={14} aria-hidden />}
                  aria-label={t('action.markDoneLabel', { title: action.title })}
                  onClick={() => onDone(action)}
                  data-screen-only
                >
                  {t('action.markDone')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const marks = { open: IconCircle, done: IconCheck, dropped: IconX } as const;

export function ActionState({ state, overdue = false }: { state: Action['state']; overdue?: boolean }) {
  if (overdue) {
    return (
      <b className={classes['state']}>
        <IconAlertTriangle size={15} color={tone('bad')} aria-hidden /> {t('action.overdue')}
      </b>
    );
  }
  const Icon = marks[state];
  return (
    <span className={classes['state']}>
      <Icon size={15} aria-hidden /> {t(`action.${state}`)}
    </span>
  );
}
