import { Checkbox, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useNavigateTenant } from '~/app/address';
import { useDivisions } from '~/app/use-divisions';
import { AssessorSelect } from '~/pages/audits/AssessorSelect';
import { announce, FormDrawer } from '~/ui';
import { t } from './texts';

interface Values extends Record<string, unknown> {
  title: string;
  kind: string;
  divisionId: string;
  assessedOn: string;
  transnational: boolean;
  assessorIds: string[];
}

/** Opens an assessment and goes to it. */
export function OpenAssessment({ onClose }: { onClose: () => void }) {
  const { divisions } = useDivisions();
  const navigate = useNavigateTenant();
  const open = useCommand('post', '/api/t/{tenant}/organisation-assessments');
  const form = useForm<Values>({
    initialValues: {
      title: '',
      kind: 'programme',
      divisionId: '',
      assessedOn: '',
      transnational: true,
      assessorIds: [],
    },
    validate: {
      title: (title) => (title.trim() ? null : t('open.nameMissing')),
      divisionId: (divisionId, { kind }) => (kind === 'division' && !divisionId ? t('open.divisionMissing') : null),
      assessedOn: (date) => (date ? null : t('open.dateMissing')),
    },
  });
  const save = async ({ title, kind, divisionId, assessedOn, transnational, assessorIds }: Values) => {
    const scope = kind === 'division' ? { kind: 'division' as const, divisionId } : { kind: 'programme' as const };
    const { id } = await open.mutateAsync({ body: { title, scope, assessedOn, transnational, assessorIds } });
    announce(t('open.done'));
    navigate(`audits/organisation/${id}`);
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('open.title')}
      form={form}
      onSubmit={save}
      submitText={t('list.open')}
    >
      <TextInput label={t('open.name')} required data-autofocus {...form.getInputProps('title')} />
      <Radio.Group label={t('open.scope')} {...form.getInputProps('kind')}>
        <Stack gap="xs" mt="xs">
          <Radio value="programme" label={t('scope.programme')} />
          <Radio value="division" label={t('scope.division')} />
        </Stack>
      </Radio.Group>
      {form.values.kind === 'division' && (
        <NativeSelect
          label={t('open.division')}
          required
          data={[{ value: '', label: '' }, ...divisions.map(({ id, name }) => ({ value: id, label: name }))]}
          {...form.getInputProps('divisionId')}
        />
      )}
      <TextInput
        type="date"
        label={t('open.date')}
        description={t('open.dateHelp')}
        required
        {...form.getInputProps('assessedOn')}
      />
      <Checkbox
        label={t('open.transnational')}
        description={t('open.transnationalHelp')}
        {...form.getInputProps('transnational', { type: 'checkbox' })}
      />
      <AssessorSelect
        label={t('open.assessors')}
        description={t('open.assessorsHelp')}
        {...form.getInputProps('assessorIds')}
      />
    </FormDrawer>
  );
}
