import { useQuery } from '@tanstack/react-query';
import { Skeleton, Text, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { client } from '~/api/client';
import type { ApiProblem } from '~/api/problem';
import type { ReadAnswer } from '~/api/types';
import { roleText, rolesText } from '~/app/roles';
import { useTenantMe } from '~/app/tenant';
import { t } from '~/i18n';
import { ErrorState, Page } from '~/ui';
import classes from './PolicyPage.module.css';

type Policy = ReadAnswer<'/api/policy'>;

/** Who may do what: the one table that the API itself follows. */
export default function PolicyPage() {
  const { roles } = useTenantMe();
  const { data, error, refetch } = useQuery<Policy, ApiProblem>({
    queryKey: ['policy'],
    queryFn: async ({ signal }) => (await client.GET('/api/policy', { signal })).data!,
    staleTime: Infinity,
  });
  return (
    <Page title={t('policy.question')} answer={t('policy.lead', { roles: rolesText(roles) })}>
      {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton h={480} />}
      {data && <PolicyTable policy={data} mine={roles} />}
    </Page>
  );
}

function PolicyTable({ policy, mine }: { policy: Policy; mine: readonly string[] }) {
  return (
    <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('policy.caption')}>
      <table className={classes['table']}>
        <caption>
          <VisuallyHidden>{t('policy.caption')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('policy.permission')}</th>
            {policy.roles.map((role) => (
              <th key={role} scope="col" data-mine={mine.includes(role) || undefined}>
                {roleText(role)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {policy.permissions.map(({ name, lets, record, roles }) => (
            <tr key={name}>
              <th scope="row">
                {lets}
                {record && (
                  <Text size="xs" c="dimmed">
                    {record}
                  </Text>
                )}
              </th>
              {policy.roles.map((role) => (
                <td key={role} data-mine={mine.includes(role) || undefined}>
                  {roles.includes(role) ? (
                    <IconCheck size={18} role="img" aria-label={t('policy.yes')} />
                  ) : (
                    <VisuallyHidden>{t('policy.no')}</VisuallyHidden>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
