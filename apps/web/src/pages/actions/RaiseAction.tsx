import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useTenantMe } from '~/app/tenant';
import { announce, FormDrawer } from '~/ui';
import type { ActionSource } from './action';
import { OwnerSelect } from './OwnerSelect';
import { t } from './texts';

interface RaiseActionProps {
  source: ActionSource;
  suggestedTitle?: string;
  suggestedDescription?: string;
  /** An action from the audit of a division is one of that division without saying so. */
  divisionId?: string;
  accountId?: string;
  onClose: () => void;
  onRaised?: (id: string) => void;
}

/** Turns a finding into something to be done, with an owner and a date. Offer it with `useCanChange('assessment.act')`. */
export function RaiseAction(props: RaiseActionProps) {
  const { source, suggestedTitle = '', suggestedDescription = '', divisionId, accountId, onClose, onRaised } = props;
  const { person } = useTenantMe();
  const raise = useCommand('post', '/api/t/{tenant}/actions');
  const form = useForm({
    initialValues: { title: suggestedTitle, description: suggestedDescription, ownerId: person.id, dueOn: '' },
    validate: {
      title: (title) => (title.trim() ? null : t('raise.whatMissing')),
      ownerId: (owner) => (owner ? null : t('raise.ownerMissing')),
      dueOn: (day) => (day ? null : t('raise.dueMissing')),
    },
  });
  const save = async (values: typeof form.values) => {
    const { id } = await raise.mutateAsync({ body: { ...values, source, divisionId, accountId } });
    announce(t('raise.done'));
    onRaised?.(id);
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('raise.title')}
      form={form}
      onSubmit={save}
      submitText={t('raise.submit')}
    >
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
    </FormDrawer>
  );
}
