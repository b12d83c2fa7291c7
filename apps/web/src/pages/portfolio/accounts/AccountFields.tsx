import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useRead } from '~/api/use-read';
import { useTenantMe } from '~/app/tenant';
import { usePeople } from '~/ui';
import { t } from '../texts';
import { countryOptions } from './countries';

export interface AccountFacts extends Record<string, unknown> {
  name: string;
  industry: string;
  countries: string[];
  divisionIds: string[];
  leadId: string | null;
  sponsorId: string | null;
  spend: number | string;
}

export const factRules = {
  name: (name: string) => (name.trim() ? null : t('rule.name')),
  spend: (spend: number | string) => (Number.isInteger(spend) && Number(spend) >= 0 ? null : t('rule.spend')),
};

/** The facts of an account, when it is registered and when they change. */
export function AccountFields<Values extends AccountFacts>({ form }: { form: UseFormReturnType<Values> }) {
  const { currency } = useTenantMe().tenant;
  const { data: divisions } = useRead('/api/t/{tenant}/divisions');
  const people = [...usePeople()].map(([value, label]) => ({ value, label }));
  return (
    <>
      <TextInput label={t('account.name')} required data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('account.industry')} {...form.getInputProps('industry')} />
      <MultiSelect
        label={t('account.countries')}
        data={countryOptions}
        searchable
        hidePickedOptions
        {...form.getInputProps('countries')}
      />
      <MultiSelect
        label={t('account.divisions')}
        description={t('account.divisionsHelp')}
        data={(divisions?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('divisionIds')}
      />
      <Select
        label={t('account.lead')}
        placeholder={t('account.nobody')}
        data={people}
        searchable
        clearable
        {...form.getInputProps('leadId')}
      />
      <Select
        label={t('account.sponsor')}
        placeholder={t('account.nobody')}
        data={people}
        searchable
        clearable
        {...form.getInputProps('sponsorId')}
      />
      <NumberInput
        label={t('account.spend')}
        description={t('account.spendHelp', { currency })}
        min={0}
        allowDecimal={false}
        thousandSeparator=" "
        hideControls
        {...form.getInputProps('spend')}
      />
    </>
  );
}
