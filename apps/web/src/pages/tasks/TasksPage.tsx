import { Title } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { EmptyState, ErrorState, ListToolbar, Page, PageSkeleton } from '~/ui';
import { isLate, type Task } from '../home/task-text';
import { TaskList } from '../home/TaskList';
import { t } from './texts';

/** As the API orders them. */
const groups: readonly Task['urgency'][] = ['overdue', 'others-wait', 'due', 'open'];

const subjects = {
  audits: (kind: Task['kind']) => /^(audit|answer|question|settle|sign-off)-/.test(kind),
  actions: (kind: Task['kind']) => kind.startsWith('action-'),
  accounts: (kind: Task['kind']) => /^(plan|accounts|litmus|exit|check|move|notices)/.test(kind),
  time: (kind: Task['kind']) => kind === 'enter-time',
};
type Subject = keyof typeof subjects;

/** What waits for me, and what is late? */
export default function TasksPage() {
  const { data, error, refetch } = useRead('/api/t/{tenant}/home');
  const [about] = useAddressState('about');
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { tasks } = data;
  const late = tasks.filter(isLate).length;
  const shown = about ? tasks.filter(({ kind }) => subjects[about as Subject]?.(kind)) : tasks;
  return (
    <Page
      title={t('title')}
      answer={[tasks.length === 0 ? t('nothing') : t('answer', { n: tasks.length }), late > 0 && t('late', { n: late })]
        .filter(Boolean)
        .join(' ')}
    >
      {tasks.length > 0 && (
        <ListToolbar
          filters={[
            {
              param: 'about',
              label: t('about'),
              options: Object.keys(subjects).map((value) => ({ value, label: t(`about.${value as Subject}`) })),
            },
          ]}
          count={t('count', { n: shown.length })}
        />
      )}
      {shown.length === 0 && (
        <EmptyState title={tasks.length === 0 ? t('nothing') : t('noneFound')} text={t('nothingText')} />
      )}
      {groups.map((group) => {
        const own = shown.filter((task) => task.urgency === group);
        if (own.length === 0) return null;
        return (
          <section key={group} aria-label={t(`group.${group}`)}>
            <Title order={2} size="h4" mb="sm">
              {t(`group.${group}`)}
            </Title>
            <TaskList tasks={own} />
          </section>
        );
      })}
    </Page>
  );
}
