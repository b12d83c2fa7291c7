import { NativeSelect, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { usePeople } from '~/ui';
import { stances, strengths } from './stances';
import { t } from './texts';
import type { Pair } from './use-relationships';

export interface PairValues {
  stance: Pair['stance'];
  strength: Pair['strength'];
  ownerId: string;
  note: string;
}

export const pairValues = (pair?: Pair): PairValues => ({
  stance: pair?.stance ?? 'unknown',
  strength: pair?.strength ?? 'knows',
  ownerId: pair?.ownerId ?? '',
  note: pair?.note ?? '',
});

/** How somebody of ours stands with a person there. */
export function PairFields<Values extends PairValues>({ form }: { form: UseFormReturnType<Values> }) {
  const people = [...usePeople()].map(([value, label]) => ({ value, label }));
  return (
    <>
      <NativeSelect
        label={t('strength')}
        data={strengths.map((value) => ({ value, label: t(`strength.${value}`) }))}
        {...form.getInputProps('strength')}
      />
      <NativeSelect
        label={t('stance')}
        data={stances.map((value) => ({ value, label: t(`stance.${value}`) }))}
        {...form.getInputProps('stance')}
      />
      <NativeSelect
        label={t('owner')}
        description={t('ownerHelp')}
        data={[{ value: '', label: t('nobody') }, ...people]}
        {...form.getInputProps('ownerId')}
      />
      <Textarea label={t('note')} description={t('noteHelp')} autosize minRows={2} {...form.getInputProps('note')} />
    </>
  );
}
