import { MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { localDay } from '~/app/local-moment';
import { useTenantMe } from '~/app/tenant';
import { announce, FormDrawer, ReasonField, usePeople } from '~/ui';
import { useContactChoice } from './contact-choice';
import { t } from './texts';
import type { Idea } from './use-knowledge';

const path = '/api/t/{tenant}/accounts/{accountId}/ideas';

interface IdeaFormProps {
  accountId: string;
  /** Left out for a new one. */
  idea?: Idea;
  onClose: () => void;
}

export function IdeaForm({ accountId, idea, onClose }: IdeaFormProps) {
  const { person, tenant } = useTenantMe();
  const pitch = useCommand('post', path);
  const change = useCommand('patch', `${path}/{ideaId}`);
  const people = [...usePeople()].map(([value, label]) => ({ value, label }));
  const contacts = useContactChoice(accountId);
  const form = useForm({
    initialValues: {
      title: idea?.title ?? '',
      description: idea?.description ?? '',
      pitchedOn: idea?.pitchedOn ?? localDay(),
      pitchedBy: idea?.pitchedBy ?? person.id,
      contactIds: idea?.contactIds ?? [],
      value: (idea?.value ?? '') as number | '',
      reason: '',
    },
    validate: { title: (title) => (title.trim() ? null : t('ideaMissing')) },
  });
  const save = async ({ reason, value, ...rest }: typeof form.values) => {
    const body = { ...rest, value: value === '' ? null : value };
    if (idea) {
      const ids = { accountId, ideaId: idea.ideaId };
      await change.mutateAsync({ path: ids, body: { ...body, reason }, ifMatch: idea.version });
    } else {
      await pitch.mutateAsync({ path: { accountId }, body });
    }
    announce(t('ideaDone'));
  };
  return (
    <FormDrawer opened onClose={onClose} title={idea ? idea.title : t('pitch')} form={form} onSubmit={save}>
      <TextInput label={t('idea')} required data-autofocus {...form.getInputProps('title')} />
      <Textarea label={t('description')} autosize minRows={3} {...form.getInputProps('description')} />
      <TextInput label={t('pitchedOn')} type="date" required max={localDay()} {...form.getInputProps('pitchedOn')} />
      <Select
        label={t('pitchedBy')}
        data={people}
        searchable
        allowDeselect={false}
        {...form.getInputProps('pitchedBy')}
      />
      <MultiSelect label={t('heardBy')} data={contacts} searchable {...form.getInputProps('contactIds')} />
      <NumberInput
        label={t('value')}
        description={t('valueHelp', { currency: tenant.currency })}
        min={0}
        thousandSeparator=" "
        {...form.getInputProps('value')}
      />
      {idea && <ReasonField required={false} {...form.getInputProps('reason')} />}
    </FormDrawer>
  );
}
