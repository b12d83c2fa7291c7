import { useQuery } from '@tanstack/react-query';
import { Checkbox, type CheckboxGroupProps, Stack, Text } from '@mantine/core';
import { client } from '~/api/client';
import type { ApiProblem } from '~/api/problem';
import type { ReadAnswer } from '~/api/types';
import { roleText } from '~/app/roles';
import { roles } from '../role-list';
import { t } from './texts';

type Policy = ReadAnswer<'/api/policy'>;

/** The roles to choose from, each with what it lets a person do, as the page "Who may do what" says it. Takes what `form.getInputProps` gives. */
export function RoleChoices(input: Omit<CheckboxGroupProps, 'children'>) {
  const { data: policy } = useQuery<Policy, ApiProblem>({
    queryKey: ['policy'],
    queryFn: async ({ signal }) => (await client.GET('/api/policy', { signal })).data!,
    staleTime: Infinity,
  });
  return (
    <Checkbox.Group label={t('roles')} {...input}>
      <Stack gap="xs" mt={4}>
        {roles.map((role) => (
          <div key={role}>
            <Checkbox value={role} label={roleText(role)} />
            {policy && <Lets role={role} policy={policy} />}
          </div>
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function Lets({ role, policy }: { role: string; policy: Policy }) {
  const lines = policy.permissions.filter((permission) => permission.roles.includes(role));
  const indented = { ml: 32, size: 'sm', c: 'dimmed' } as const;
  if (lines.length === 0) return <Text {...indented}>{t('roles.nothing')}</Text>;
  return (
    <Text {...indented} component="details">
      <summary>{t('roles.lets', { n: lines.length })}</summary>
      <ul>
        {lines.map(({ name, lets, record }) => (
          <li key={name}>
            {lets} {record}
          </li>
        ))}
      </ul>
    </Text>
  );
}
