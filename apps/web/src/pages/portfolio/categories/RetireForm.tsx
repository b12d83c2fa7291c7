import { Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import { type CategoriesAnswer, isKeySetting, type Setting, withoutSetting } from './draft';
import { t } from './texts';

interface RetireFormProps {
  categories: CategoriesAnswer;
  setting: Setting;
  onClose: () => void;
}

/** From a day on no decision uses the category; its accounts go into another. */
export function RetireForm({ categories, setting, onClose }: RetireFormProps) {
  const set = useCommand('put', '/api/t/{tenant}/categories');
  const { latest, items, version } = categories;
  const others = latest.categories.filter(({ id }) => id !== setting.id);
  const options = (of: readonly Setting[]) => of.map(({ id, name }) => ({ value: id, label: name }));
  const accounts = items.find(({ id }) => id === setting.id)?.accounts ?? 0;
  const keys = others.filter(isKeySetting);
  const form = useForm({
    initialValues: {
      target: null as string | null,
      quadrantsTo: keys[0]?.id ?? '',
      effectiveOn: new Date().toISOString().slice(0, 10),
      reason: '',
    },
    validate: { reason: reasonRule },
  });
  const save = async ({ target, quadrantsTo, effectiveOn, reason }: typeof form.values) => {
    const remaining = withoutSetting(latest.categories, setting.id, quadrantsTo);
    const targets = target ? { [setting.id]: target } : {};
    await set.mutateAsync({ body: { categories: remaining, effectiveOn, reason, targets }, ifMatch: version });
    announce(t('saved'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('retireTitle', { name: setting.name })}
      submitText={t('retire')}
      form={form}
      onSubmit={save}
    >
      <Text size="sm">{t('retireHelp')}</Text>
      {accounts > 0 && (
        <Select
          label={t('target')}
          description={t('targetHelp', { n: accounts })}
          data={options(others.filter(({ id }) => id !== 'prospect'))}
          required
          {...form.getInputProps('target')}
        />
      )}
      {setting.quadrants.length > 0 && (
        <Select label={t('quadrantsTo')} data={options(keys)} required {...form.getInputProps('quadrantsTo')} />
      )}
      <TextInput type="date" label={t('effectiveOn')} required {...form.getInputProps('effectiveOn')} />
      <ReasonField {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
