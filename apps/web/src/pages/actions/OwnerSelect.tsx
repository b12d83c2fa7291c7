import { Select, type SelectProps } from '@mantine/core';
import { useCan, useTenantMe } from '~/app/tenant';
import { usePeople } from '~/ui';
import { t } from './texts';

/** Chooses who answers for an action. Who may only raise actions of his or her own sees that it is so. */
export function OwnerSelect(props: SelectProps) {
  const { person, roles } = useTenantMe();
  const people = usePeople();
  const gives = useCan('assessment.act') && roles.some((role) => givers.includes(role));
  const data = [...people].map(([value, label]) => ({ value, label }));
  return (
    <Select
      label={t('raise.owner')}
      description={t('raise.ownerHelp')}
      searchable
      required
      data={gives ? data : data.filter(({ value }) => value === person.id)}
      {...props}
    />
  );
}

const givers = ['programme-lead', 'kam-unit-head', 'assessor'];
