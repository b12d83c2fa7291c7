import { Title } from '@mantine/core';
import { TenantLink } from '~/app/TenantLink';
import type { Task } from './task-text';
import { TaskList } from './TaskList';
import { t } from './texts';

/** What the person should see at once of what waits; the rest is on the page of the tasks. */
export function Tasks({ tasks }: { tasks: readonly Task[] }) {
  const first = tasks.filter(({ shownFirst }) => shownFirst);
  return (
    <section aria-label={t('tasks')}>
      <Title order={2} size="h4" mb="sm">
        {t('tasks')}
      </Title>
      <TaskList tasks={first} />
      {tasks.length > first.length && (
        <TenantLink to="tasks" mt="xs" display="inline-block">
          {t('all', { n: tasks.length })}
        </TenantLink>
      )}
    </section>
  );
}
