import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer } from '~/ui';
import type { Division } from './DivisionsTab';
import { t } from './texts';

/** Adds a division, or renames one. */
export function DivisionForm({ division, onClose }: { division?: Division; onClose: () => void }) {
  const add = useCommand('post', '/api/t/{tenant}/divisions');
  const rename = useCommand('patch', '/api/t/{tenant}/divisions/{divisionId}');
  const form = useForm({
    initialValues: { name: division?.name ?? '', code: division?.code ?? '' },
    validate: {
      name: (name) => (name.trim() ? null : t('division.missing')),
      code: (code) => (code.trim() ? null : t('division.codeMissing')),
    },
  });
  const save = async ({ name, code }: { name: string; code: string }) => {
    if (division) {
      await rename.mutateAsync({ path: { divisionId: division.id }, body: { name }, ifMatch: division.version });
      return announce(t('division.renamed'));
    }
    await add.mutateAsync({ body: { name, code } });
    announce(t('division.added'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={division ? t('division.rename', { name: division.name }) : t('division.add')}
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
    </FormDrawer>
  );
}
