import { ActionIcon, Paper, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBell,
  IconCalendarDue,
  IconChartBubble,
  IconCheck,
  IconClipboardCheck,
  IconArrowsExchange,
  IconClockEdit,
  IconDoorExit,
  IconFileAlert,
  IconTestPipe,
  IconMessageQuestion,
  IconScale,
  IconSignature,
  type TablerIcon,
} from '@tabler/icons-react';
import { useCommand } from '~/api/use-command';
import { useCanChange } from '~/app/tenant';
import { TenantLink } from '~/app/TenantLink';
import { announce } from '~/ui';
import { addressOf } from '../board/address';
import classes from './HomePage.module.css';
import { isLate, type Task, useTaskText } from './task-text';
import { t } from './texts';

const icons: Record<Task['kind'], TablerIcon> = {
  'audit-overdue': IconAlertTriangle,
  'audit-due': IconCalendarDue,
  'answer-audit': IconClipboardCheck,
  'audit-reminder': IconBell,
  'question-asked': IconMessageQuestion,
  'question-answered': IconMessageQuestion,
  'audit-questions': IconMessageQuestion,
  'sign-off-audit': IconSignature,
  'answer-organisation': IconClipboardCheck,
  'settle-organisation': IconScale,
  'action-overdue': IconAlertTriangle,
  'action-due': IconCalendarDue,
  'plan-stale': IconFileAlert,
  'plan-missing': IconFileAlert,
  'litmus-due': IconTestPipe,
  'alignment-overdue': IconScale,
  'alignment-due': IconScale,
  'enter-time': IconClockEdit,
  'move-to-decide': IconArrowsExchange,
  'exit-point': IconDoorExit,
  'exit-overdue': IconAlertTriangle,
  'check-resource': IconScale,
  notices: IconBell,
  'score-round': IconChartBubble,
  'score-round-overdue': IconAlertTriangle,
  'settle-round': IconScale,
  'accounts-unscored': IconChartBubble,
  'accounts-undecided': IconChartBubble,
};

/** What waits for the person, each a way to where it is done. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <Paper withBorder component="ul" className={classes['tasks']}>
      {tasks.map((task, index) => (
        <TaskLine key={index} task={task} />
      ))}
    </Paper>
  );
}

function TaskLine({ task }: { task: Task }) {
  const { kind, link, reminderId } = task;
  const { title, more } = useTaskText()(task);
  const Icon = icons[kind];
  return (
    <li>
      <Icon size={18} stroke={1.6} aria-hidden className={isLate(task) ? classes['late'] : undefined} />
      <div className={classes['what']}>
        <TenantLink to={addressOf(link)} c="inherit">
          {title}
        </TenantLink>
        {more && (
          <Text size="sm" c="dimmed">
            {more}
          </Text>
        )}
      </div>
      {reminderId && <Dismiss auditId={link.id!} reminderId={reminderId} />}
    </li>
  );
}

function Dismiss({ auditId, reminderId }: { auditId: string; reminderId: string }) {
  const dismiss = useCommand('post', '/api/t/{tenant}/audits/{auditId}/reminders/{reminderId}/dismissal');
  if (!useCanChange('assessment.answer')) return null;
  const done = async () => {
    await dismiss.mutateAsync({ path: { auditId, reminderId } });
    announce(t('dismissed'));
  };
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t('dismiss')}
      title={t('dismiss')}
      loading={dismiss.isPending}
      onClick={() => void done()}
    >
      <IconCheck size={18} aria-hidden />
    </ActionIcon>
  );
}
