import { useState } from 'react';
import { Button, Paper, Text, Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCalendarDue,
  IconChartBubble,
  IconClipboardCheck,
  IconFileAlert,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReadAnswer } from '~/api/types';
import { TenantLink } from '~/app/TenantLink';
import { day } from '~/i18n/format';
import { addressOf } from '../board/address';
import classes from './HomePage.module.css';
import { t } from './texts';

export type Task = ReadAnswer<'/api/t/{tenant}/home'>['tasks'][number];

const icons: Record<Task['kind'], TablerIcon> = {
  'answer-audit': IconClipboardCheck,
  'action-overdue': IconAlertTriangle,
  'action-due': IconCalendarDue,
  'plan-stale': IconFileAlert,
  'plan-missing': IconFileAlert,
  'accounts-unscored': IconChartBubble,
  'accounts-undecided': IconChartBubble,
};

const AT_FIRST = 8;

/** What waits for the person, each a way to where it is done. */
export function Tasks({ tasks }: { tasks: readonly Task[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? tasks : tasks.slice(0, AT_FIRST);
  return (
    <section aria-label={t('tasks')}>
      <Title order={2} size="h4" mb="sm">
        {t('tasks')}
      </Title>
      <Paper withBorder component="ul" className={classes['tasks']}>
        {shown.map((task, index) => (
          <TaskLine key={index} task={task} />
        ))}
      </Paper>
      {shown.length < tasks.length && (
        <Button variant="subtle" mt="xs" onClick={() => setAll(true)}>
          {t('all', { n: tasks.length })}
        </Button>
      )}
    </section>
  );
}

function TaskLine({ task: { kind, title, account, count, dueOn, link } }: { task: Task }) {
  const Icon = icons[kind];
  const late = kind === 'action-overdue';
  return (
    <li>
      <Icon size={18} stroke={1.6} aria-hidden className={late ? classes['late'] : undefined} />
      <div>
        <TenantLink to={addressOf(link)} c="inherit">
          {t(kind, { n: count ?? 1, title: title ?? '' })}
        </TenantLink>
        {(account ?? dueOn) && (
          <Text size="sm" c="dimmed">
            {[account, dueOn && t(late ? 'overdue' : 'due', { day: day(dueOn) })].filter(Boolean).join(' · ')}
          </Text>
        )}
      </div>
    </li>
  );
}
