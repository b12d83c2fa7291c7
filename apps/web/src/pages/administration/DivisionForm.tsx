import { NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, usePeople } from '~/ui';
import type { Division } from './DivisionsTab';
import { t } from './texts';

interface DivisionFormProps {
  /** Left out: adds one. */
  division?: Division;
  /** Of the list that the person sees; a change in between is refused. */
  version?: number;
  onClose: () => void;
}

/** Adds a division, or renames one and appoints its head. */
export function DivisionForm({ division, version, onClose }: DivisionFormProps) {
  const open = useCommand('post', '/api/t/{tenant}/divisions');
  const amend = useCommand('patch', '/api/t/{tenant}/divisions/{divisionId}');
  const people = usePeople();
  const form = useForm({
    initialValues: { code: division?.code ?? '', name: division?.name ?? '', headId: division?.headId ?? '' },
    validate: {
      name: (name) => (name.trim() ? null : t('division.missing')),
      code: (code) => (code.trim() ? null : t('division.codeMissing')),
    },
  });
  const save = async ({ code, name, headId }: typeof form.values) => {
    if (division) {
      const path = { divisionId: division.id };
      await amend.mutateAsync({ path, body: { name, headId: headId || null }, ifMatch: version });
      return announce(t('division.changed'));
    }
    await open.mutateAsync({ body: { code, name, ...(headId && { headId }) } });
    announce(t('division.added'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={division ? t('division.change', { name: division.name }) : t('division.add')}
      form={form}
      onSubmit={save}
    >
      <TextInput label={t('division.name')} required data-autofocus {...form.getInputProps('name')} />
      {!division && (
        <TextInput
          label={t('division.code')}
          description={t('division.codeHelp')}
          required
          {...form.getInputProps('code')}
        />
      )}
      <NativeSelect
        label={t('division.head')}
        data={[{ value: '', label: t('division.noHead') }, ...[...people].map(([value, label]) => ({ value, label }))]}
        {...form.getInputProps('headId')}
      />
    </FormDrawer>
  );
}
