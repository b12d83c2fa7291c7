import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useRead } from '~/api/use-read';

const answering = ['assessor', 'programme-lead'];

/** The people whose role lets them answer. */
export function useAnsweringPeople(): { value: string; label: string }[] {
  const people = useRead('/api/t/{tenant}/people').data?.items ?? [];
  return people
    .filter(({ role }) => answering.includes(role))
    .map(({ id, name }) => ({ value: id, label: name ?? id }));
}

/** Chooses among the people whose role lets them answer. */
export function AssessorSelect(props: MultiSelectProps) {
  return <MultiSelect searchable hidePickedOptions data={useAnsweringPeople()} {...props} />;
}
