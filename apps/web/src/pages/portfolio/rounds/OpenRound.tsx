import { MultiSelect, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useRead } from '~/api/use-read';
import { useNavigateTenant } from '~/app/address';
import { useDivisions } from '~/app/use-divisions';
import { announce, categoryText, FormDrawer, ReasonField, reasonRule, useCategories } from '~/ui';
import { countryOptions } from '../accounts/countries';
import { useCriteriaSets } from '../criteria/use-criteria';
import { t } from './texts';

interface Values extends Record<string, unknown> {
  name: string;
  criteria: 'in-force' | 'draft';
  category: string[];
  divisionId: string;
  country: string[];
  dueOn: string;
  reason: string;
}

/** Says which accounts are scored anew, under which criteria and until when; before that, how many they are. */
export function OpenRound({ onClose }: { onClose: () => void }) {
  const { divisions } = useDivisions();
  const { data: sets } = useCriteriaSets();
  const { order } = useCategories();
  const navigate = useNavigateTenant();
  const open = useCommand('post', '/api/t/{tenant}/rounds');
  const form = useForm<Values>({
    initialValues: { name: '', criteria: 'in-force', category: [], divisionId: '', country: [], dueOn: '', reason: '' },
    validate: {
      name: (name) => (name.trim() ? null : t('open.nameRule')),
      dueOn: (on) => (on ? null : t('open.dueRule')),
      reason: reasonRule,
    },
  });
  const { category, divisionId, country } = form.values;
  const filter = {
    ...(category.length > 0 ? { category: category.join(',') } : {}),
    ...(divisionId ? { divisionId } : {}),
    ...(country.length > 0 ? { country: country.join(',') } : {}),
  };
  const { data: found } = useRead(
    '/api/t/{tenant}/accounts',
    { query: { ...filter, limit: 1 } },
    { keepPrevious: true },
  );
  const send = async ({ name, criteria, dueOn, reason }: Values) => {
    const { id } = await open.mutateAsync({ body: { name, criteria, filter, dueOn, reason } });
    announce(t('open.done'));
    navigate(`portfolio/rounds/${id}?tab=scorers`);
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('open')}
      submitText={t('open.submit')}
      form={form}
      onSubmit={send}
      effect={found && <Text size="sm">{t('count', { n: found.total })}</Text>}
    >
      <TextInput label={t('open.name')} required data-autofocus maxLength={120} {...form.getInputProps('name')} />
      <Radio.Group label={t('open.under')} {...form.getInputProps('criteria')}>
        <Stack gap="xs" mt="xs">
          <Radio value="in-force" label={t('open.inForce')} />
          <Radio value="draft" label={t('open.draft')} disabled={!sets?.draft} />
        </Stack>
      </Radio.Group>
      <MultiSelect
        label={t('open.category')}
        description={t('open.whichHelp')}
        data={order.map((value) => ({ value, label: categoryText(value) }))}
        clearable
        {...form.getInputProps('category')}
      />
      <NativeSelect
        label={t('open.division')}
        data={[{ value: '', label: t('open.all') }, ...divisions.map(({ id, name }) => ({ value: id, label: name }))]}
        {...form.getInputProps('divisionId')}
      />
      <MultiSelect
        label={t('open.country')}
        data={countryOptions}
        searchable
        clearable
        {...form.getInputProps('country')}
      />
      <TextInput type="date" label={t('open.due')} required {...form.getInputProps('dueOn')} />
      <ReasonField label={t('open.reason')} description="" {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
