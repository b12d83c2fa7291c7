import { Checkbox, Fieldset, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useTenantMe } from '~/app/tenant';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import { type CategoriesAnswer, idOf, isKeySetting, quadrants, type Setting, withSetting } from './draft';
import { t } from './texts';

interface CategoryFormProps {
  categories: CategoriesAnswer;
  setting: Setting;
  adding: boolean;
  onClose: () => void;
}
type Values = { setting: Setting; place: number; effectiveOn: string; reason: string };

const entryNumbers = ['minSpend', 'minAttractiveness', 'minStanding', 'minDivisions'] as const;
const entitled = ['reviewsPerYear', 'responseHours', 'investment', 'accountsPerManager', 'teamTime'] as const;

/** One category said anew from a day on, or added. */
export function CategoryForm({ categories, setting, adding, onClose }: CategoryFormProps) {
  const set = useCommand('put', '/api/t/{tenant}/categories');
  const all = categories.latest.categories;
  const keys = all.filter(isKeySetting);
  const today = new Date().toISOString().slice(0, 10);
  const form = useForm<Values>({
    initialValues: {
      setting,
      place: adding ? keys.length + 1 : Math.max(1, keys.findIndex(({ id }) => id === setting.id) + 1),
      effectiveOn:
        categories.latest.effectiveOn && categories.latest.effectiveOn > today ? categories.latest.effectiveOn : today,
      reason: '',
    },
    validate: { reason: reasonRule, setting: { name: (name) => (name.trim() ? null : t('nameMissing')) } },
  });
  const save = async ({ setting, place, effectiveOn, reason }: Values) => {
    const taken = [...all, ...categories.former].map(({ id }) => id);
    const one = adding ? { ...setting, id: idOf(setting.name, taken) } : setting;
    const body = { categories: withSetting(all, cleaned(one), place), effectiveOn, reason, targets: {} };
    await set.mutateAsync({ body, ifMatch: categories.version });
    announce(t('saved'));
  };
  const key = adding || isKeySetting(setting);
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={adding ? t('addTitle') : t('changeTitle', { name: setting.name })}
      form={form}
      onSubmit={save}
    >
      <TextInput label={t('name')} required maxLength={60} {...form.getInputProps('setting.name')} />
      <Textarea label={t('meaning')} autosize minRows={2} {...form.getInputProps('setting.meaning')} />
      {key && <KeyFields form={form} most={keys.length + 1} />}
      <TextInput type="date" label={t('effectiveOn')} required {...form.getInputProps('effectiveOn')} />
      <ReasonField {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}

function KeyFields({ form, most }: { form: UseFormReturnType<Values>; most: number }) {
  const { currency } = useTenantMe().tenant;
  const amount = (name: string) => (name === 'minSpend' || name === 'investment' ? { suffix: ` ${currency}` } : {});
  return (
    <>
      <NumberInput
        label={t('place')}
        description={t('placeHelp')}
        min={1}
        max={most}
        {...form.getInputProps('place')}
      />
      <Checkbox.Group
        label={t('quadrants')}
        description={t('quadrantsHelp')}
        {...form.getInputProps('setting.quadrants')}
      >
        <Stack gap="xs" mt="xs">
          {quadrants.map((one) => (
            <Checkbox key={one} value={one} label={t(`quadrant.${one}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Textarea label={t('entryWords')} autosize minRows={2} {...form.getInputProps('setting.entry.words')} />
      <Fieldset legend={t('checks')}>
        <Stack gap="sm">
          {entryNumbers.map((name) => (
            <NumberInput
              key={name}
              label={t(name)}
              min={0}
              {...amount(name)}
              {...form.getInputProps(`setting.entry.${name}`)}
            />
          ))}
        </Stack>
      </Fieldset>
      <Fieldset legend={t('entitlement')}>
        <Stack gap="sm">
          <Textarea
            label={t('serviceLevel')}
            autosize
            minRows={2}
            {...form.getInputProps('setting.entitlement.serviceLevel')}
          />
          <Checkbox
            label={t('seniorSponsor')}
            {...form.getInputProps('setting.entitlement.seniorSponsor', { type: 'checkbox' })}
          />
          {entitled.map((name) => (
            <NumberInput
              key={name}
              label={t(name)}
              min={0}
              {...amount(name)}
              {...form.getInputProps(`setting.entitlement.${name}`)}
            />
          ))}
        </Stack>
      </Fieldset>
      <NumberInput label={t('capacity')} min={0} {...form.getInputProps('setting.capacity')} />
    </>
  );
}

/** A number field left empty says nothing. */
function cleaned(setting: Setting): Setting {
  const none = <Part extends object>(part: Part): Part =>
    Object.fromEntries(
      Object.entries(part).map(([name, value]) => [name, isEmpty(name, value) ? null : value]),
    ) as Part;
  return {
    ...setting,
    entry: none(setting.entry),
    entitlement: none(setting.entitlement),
    capacity: (setting.capacity as number | '' | null) === '' ? null : setting.capacity,
  };
}

const isEmpty = (name: string, value: unknown) => value === '' && name !== 'words' && name !== 'serviceLevel';
