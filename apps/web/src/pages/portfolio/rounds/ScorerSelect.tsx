import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { usePeople } from '~/ui';
import { t } from './texts';

/** Chooses people who score accounts. */
export function ScorerSelect(props: MultiSelectProps) {
  const data = [...usePeople()].map(([value, label]) => ({ value, label }));
  return <MultiSelect label={t('assign.who')} data={data} searchable hidePickedOptions clearable {...props} />;
}
