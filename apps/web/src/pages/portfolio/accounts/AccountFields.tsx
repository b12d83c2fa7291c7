import { MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useRead } from '~/api/use-read';
import { useTenantMe } from '~/app/tenant';
import { usePeople } from '~/ui';
import { t } from '../texts';
import { countryOptions } from './countries';
import { ParentSelect } from './ParentSelect';

export interface AccountFacts extends Record<string, unknown> {
  name: string;
  industry: string;
  countries: string[];
  divisionIds: string[];
  leadId: string | null;
  sponsorId: string | null;
  spend: number | string;
  parentId: string | null;
  sites: string[];
  crmId: string;
  duns: string;
  vat: string;
  potential: number | string;
  growth: number | string;
}

export const noFacts: AccountFacts = {
  name: '',
  industry: '',
  countries: [],
  divisionIds: [],
  leadId: null,
  sponsorId: null,
  spend: 0,
  parentId: null,
  sites: [],
  crmId: '',
  duns: '',
  vat: '',
  potential: '',
  growth: '',
};

/** What the form holds, as the API takes it: what is blank is nothing. */
export const factsOf = <Values extends AccountFacts>(values: Values) => ({
  ...values,
  spend: Number(values.spend),
  potential: values.potential === '' ? null : Number(values.potential),
  growth: values.growth === '' ? null : Number(values.growth),
  crmId: values.crmId.trim() || null,
  duns: values.duns.trim() || null,
  vat: values.vat.trim() || null,
});

export const factRules = {
  name: (name: string) => (name.trim() ? null : t('rule.name')),
  duns: (duns: string) => (/^\d{9}$|^$/.test(duns.replace(/[\s.-]/g, '')) ? null : t('rule.duns')),
  spend: (spend: number | string) => (Number.isInteger(spend) && Number(spend) >= 0 ? null : t('rule.spend')),
};

/** The facts of an account, when it is registered and when they change. */
export function AccountFields<Values extends AccountFacts>({
  form,
  accountId,
  parent,
}: {
  form: UseFormReturnType<Values>;
  accountId?: string;
  parent?: { id: string; name: string };
}) {
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
      <NumberInput
        label={t('account.potential')}
        description={t('account.potentialHelp', { currency })}
        min={0}
        allowDecimal={false}
        thousandSeparator=" "
        hideControls
        {...form.getInputProps('potential')}
      />
      <NumberInput
        label={t('account.growth')}
        description={t('account.growthHelp')}
        min={-100}
        decimalScale={1}
        hideControls
        {...form.getInputProps('growth')}
      />
      <ParentSelect accountId={accountId} present={parent} {...form.getInputProps('parentId')} />
      <TagsInput label={t('account.sites')} description={t('account.sitesHelp')} {...form.getInputProps('sites')} />
      <TextInput label={t('account.crmId')} {...form.getInputProps('crmId')} />
      <TextInput label={t('account.duns')} {...form.getInputProps('duns')} />
      <TextInput label={t('account.vat')} {...form.getInputProps('vat')} />
    </>
  );
}
