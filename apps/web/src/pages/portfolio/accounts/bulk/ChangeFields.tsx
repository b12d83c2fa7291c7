import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDivisions } from '~/app/use-divisions';
import { usePeople } from '~/ui';
import { countryOptions } from '../countries';
import { type BulkValues, NOBODY } from './change';
import { t } from './texts';

/** The value for all, or what is added to the lists and taken off them. */
export function ChangeFields({ form }: { form: UseFormReturnType<BulkValues> }) {
  const people = usePeople();
  const { divisions } = useDivisions();
  const { what } = form.values;
  if (what === 'industry') return <TextInput label={t('to')} {...form.getInputProps('value')} />;
  if (what === 'leadId' || what === 'sponsorId') {
    return (
      <NativeSelect
        label={t('to')}
        data={[
          { value: '', label: '' },
          { value: NOBODY, label: t('nobody') },
          ...[...people].map(([value, label]) => ({ value, label })),
        ]}
        {...form.getInputProps('value')}
      />
    );
  }
  const options = what === 'countries' ? countryOptions : divisions.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <MultiSelect label={t('add')} data={options} searchable {...form.getInputProps('add')} />
      <MultiSelect label={t('remove')} data={options} searchable {...form.getInputProps('remove')} />
    </>
  );
}
