import { useState } from 'react';
import { Radio, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useTenantMe } from '~/app/tenant';
import { localDay } from '~/app/local-moment';
import { day } from '~/i18n/format';
import {
  announce,
  CategoryBadge,
  categoryText,
  FormDrawer,
  ReasonField,
  reasonRule,
  suggestedCategory,
  useCategories,
  usePeople,
} from '~/ui';
import { t } from '../../texts';
import { CategoryEffect } from './CategoryEffect';
import { useNeedsApproval } from './direction';
import { type ResourceDraft, resourcesOf } from './resource-draft';
import { ResourceFields } from './ResourceFields';
import type { Account } from '../use-account';

interface Values extends Record<string, unknown> {
  category: string;
  effectiveOn: string;
  reason: string;
  /** Who decided a first category, or approved a change of it. */
  person: string | null;
  resource: string;
  resources: readonly ResourceDraft[];
  /** Empty: 90 days after the move. */
  checkOn: string;
}

/** The first decision on a category, or its change. The scores suggest; the person decides and says why. */
export function CategoryDrawer({ account, onClose }: { account: Account; onClose: () => void }) {
  // As it was when the drawer opened: the record may change while the command is on its way.
  const [first] = useState(isFirst(account));
  const form = useCategoryForm();
  const needsApproval = useNeedsApproval(account.category, form.getValues().category) && !first;
  const send = useSend(account, needsApproval);
  const { order } = useCategories();
  const people = [...usePeople()].map(([value, label]) => ({ value, label }));
  const { category, effectiveOn } = form.getValues();
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t(first ? 'categorise.title' : 'recategorise.title', { name: account.name })}
      submitText={t(first ? 'categorise.open' : needsApproval ? 'propose.submit' : 'recategorise.open')}
      form={form}
      onSubmit={send}
      effect={category && <CategoryEffect account={account} to={category} effectiveOn={effectiveOn} />}
    >
      <Radio.Group label={t('account.category')} required {...form.getInputProps('category')}>
        <Stack gap="xs" mt="xs">
          {order
            .filter((one) => !first || one !== 'prospect')
            .map((one) => (
              <Radio
                key={one}
                value={one}
                disabled={!first && one === account.category}
                label={<CategoryBadge category={one} />}
                description={remark(account, one)}
              />
            ))}
        </Stack>
      </Radio.Group>
      <TextInput
        type="date"
        label={t('category.effectiveOn')}
        description={t('category.effectiveHelp')}
        required
        {...form.getInputProps('effectiveOn')}
      />
      <ReasonField description={t('category.reasonHelp')} {...form.getInputProps('reason')} />
      {needsApproval ? (
        <Text size="sm" c="dimmed">
          {t('propose.help')}
        </Text>
      ) : (
        <Select
          label={t(first ? 'category.decider' : 'category.approver')}
          description={first ? undefined : t('category.approverHelp')}
          data={people}
          searchable
          required
          {...form.getInputProps('person')}
        />
      )}
      {!first && (
        <Textarea
          label={t('category.resource')}
          description={t('category.resourceHelp')}
          autosize
          minRows={2}
          {...form.getInputProps('resource')}
        />
      )}
      {!first && (
        <ResourceFields
          accountId={account.id}
          lines={form.getValues().resources}
          onChange={(lines) => form.setFieldValue('resources', lines)}
          checkOn={form.getInputProps('checkOn')}
        />
      )}
    </FormDrawer>
  );
}

function remark({ category, suggested, categoryEffectiveOn }: Account, one: string): string | undefined {
  const remarks = [
    categoryEffectiveOn !== null && one === category && t('category.now'),
    suggested && one === suggestedCategory(suggested) && t('category.suggested'),
  ];
  return remarks.filter(Boolean).join(', ') || undefined;
}

/** No decision yet, one for a day to come included. */
const isFirst = ({ categoryEffectiveOn, comingOn }: Account) => categoryEffectiveOn === null && comingOn === null;

function useCategoryForm() {
  const { person } = useTenantMe();
  const today = new Date();
  const latest = new Date(Date.UTC(today.getUTCFullYear() + 1, today.getUTCMonth(), today.getUTCDate()));
  return useForm<Values>({
    initialValues: {
      category: '',
      effectiveOn: localDay(today),
      reason: '',
      person: person.id,
      resource: '',
      resources: [],
      checkOn: '',
    },
    validateInputOnChange: ['effectiveOn', 'reason'],
    validate: {
      category: (category) => (category ? null : t('category.choose')),
      effectiveOn: (date) => (!date || date > localDay(latest) ? t('category.effectiveRule') : null),
      reason: reasonRule,
      person: (id) => (id ? null : t('category.approverRule')),
    },
  });
}

function useSend(account: Account, needsApproval: boolean) {
  const categorise = useCommand('post', '/api/t/{tenant}/accounts/{accountId}/categorisation');
  const recategorise = useCommand('post', '/api/t/{tenant}/accounts/{accountId}/recategorisations');
  const propose = useCommand('post', '/api/t/{tenant}/accounts/{accountId}/category-moves');
  return async ({ category, effectiveOn, reason, person, resource, resources, checkOn }: Values) => {
    const input = { path: { accountId: account.id }, ifMatch: account.version };
    const decision = { category, effectiveOn, reason };
    const moving = { resource, resources: resourcesOf(account.id, resources), checkOn: checkOn || undefined };
    if (needsApproval) {
      await propose.mutateAsync({ ...input, body: { ...decision, ...moving } });
      return announce(t('propose.done', { name: account.name, category: categoryText(decision.category) }));
    }
    if (isFirst(account)) {
      await categorise.mutateAsync({ ...input, body: { ...decision, decidedBy: person ?? undefined } });
    } else {
      await recategorise.mutateAsync({ ...input, body: { ...decision, approvedBy: person ?? '', ...moving } });
    }
    const done = { name: account.name, category: categoryText(decision.category), day: day(effectiveOn) };
    announce(t('categorise.done', done));
  };
}
