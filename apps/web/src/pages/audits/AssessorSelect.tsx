import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useRead } from '~/api/use-read';

const answering = ['assessor', 'programme-lead'];

/** Chooses among the people whose role lets them answer. */
export function AssessorSelect(props: MultiSelectProps) {
  const people = useRead('/api/t/{tenant}/people').data?.items ?? [];
  const data = people
    .filter(({ role }) => answering.includes(role))
    .map(({ id, name }) => ({ value: id, label: name ?? id }));
  return <MultiSelect searchable hidePickedOptions data={data} {...props} />;
}
