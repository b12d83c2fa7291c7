import { Title } from '@mantine/core';
import { TenantLink } from '~/app/TenantLink';
import type { Task } from './task-text';
import { TaskList } from './TaskList';
import { t } from './texts';

const AT_FIRST = 8;

/** The first of what waits for the person; the rest is on the page of the tasks. */
export function Tasks({ tasks }: { tasks: readonly Task[] }) {
  return (
    <section aria-label={t('tasks')}>
      <Title order={2} size="h4" mb="sm">
        {t('tasks')}
      </Title>
      <TaskList tasks={tasks.slice(0, AT_FIRST)} />
      {tasks.length > AT_FIRST && (
        <TenantLink to="tasks" mt="xs" display="inline-block">
          {t('all', { n: tasks.length })}
        </TenantLink>
      )}
    </section>
  );
}
