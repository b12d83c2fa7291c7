import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import type { ProgrammeAction } from './action';
import { OwnerSelect } from './OwnerSelect';
import { t } from './texts';

/** Changes the words, the owner or the date; a moved owner or date says why. */
export function ChangeAction({ action, onClose }: { action: ProgrammeAction; onClose: () => void }) {
  const change = useCommand('patch', '/api/t/{tenant}/actions/{programmeActionId}');
  const { id, title, description, ownerId, dueOn, version } = action;
  const form = useForm({
    initialValues: { title, description: description ?? '', ownerId, dueOn, reason: '' },
    validate: {
      title: (text) => (text.trim() ? null : t('raise.whatMissing')),
      ownerId: (owner) => (owner ? null : t('raise.ownerMissing')),
      dueOn: (day) => (day ? null : t('raise.dueMissing')),
      reason: (reason, values) => (values.ownerId !== ownerId || values.dueOn !== dueOn ? reasonRule(reason) : null),
    },
  });
  const save = async (body: typeof form.values) => {
    await change.mutateAsync({ path: { programmeActionId: id }, body, ifMatch: version });
    announce(t('change.done'));
  };
  const moves = form.values.ownerId !== ownerId || form.values.dueOn !== dueOn;
  return (
    <FormDrawer opened onClose={onClose} title={t('change.title')} form={form} onSubmit={save}>
      <TextInput label={t('raise.what')} required data-autofocus maxLength={300} {...form.getInputProps('title')} />
      <Textarea
        label={t('raise.description')}
        description={t('raise.descriptionHelp')}
        autosize
        minRows={3}
        maxLength={4000}
        {...form.getInputProps('description')}
      />
      <OwnerSelect {...form.getInputProps('ownerId')} />
      <TextInput type="date" label={t('raise.dueOn')} required {...form.getInputProps('dueOn')} />
      <ReasonField
        label={t('change.reason')}
        description={t('change.reasonHelp')}
        {...form.getInputProps('reason')}
        required={moves}
      />
    </FormDrawer>
  );
}
