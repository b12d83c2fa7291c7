import { NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useNavigateTenant } from '~/app/address';
import { useDivisions } from '~/app/use-divisions';
import { announce, FormDrawer } from '~/ui';
import { AssessorSelect } from './AssessorSelect';
import { t } from './texts';

interface Values extends Record<string, unknown> {
  title: string;
  kind: string;
  divisionId: string;
  auditDate: string;
  programmeStartedOn: string;
  assessorIds: string[];
}

/** Opens an audit and goes to it. */
export function OpenAuditDrawer({ onClose }: { onClose: () => void }) {
  const { divisions } = useDivisions();
  const navigate = useNavigateTenant();
  const open = useCommand('post', '/api/t/{tenant}/audits');
  const form = useForm<Values>({
    initialValues: {
      title: '',
      kind: 'programme',
      divisionId: '',
      auditDate: '',
      programmeStartedOn: '',
      assessorIds: [],
    },
    validate: {
      title: (title) => (title.trim() ? null : t('open.nameMissing')),
      divisionId: (divisionId, { kind }) => (kind === 'division' && !divisionId ? t('open.divisionMissing') : null),
      auditDate: (date) => (date ? null : t('open.dateMissing')),
      programmeStartedOn: (started, { auditDate }) => (started && started > auditDate ? t('open.startedAfter') : null),
    },
  });
  const save = async ({ title, kind, divisionId, auditDate, programmeStartedOn, assessorIds }: Values) => {
    const scope = kind === 'division' ? { kind: 'division' as const, divisionId } : { kind: 'programme' as const };
    const { id } = await open.mutateAsync({
      body: { title, scope, auditDate, assessorIds, ...(programmeStartedOn ? { programmeStartedOn } : {}) },
    });
    announce(t('open.done'));
    navigate(`audits/${id}`);
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
      <TextInput
        label={t('open.name')}
        description={t('open.nameHelp')}
        required
        data-autofocus
        {...form.getInputProps('title')}
      />
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
        {...form.getInputProps('auditDate')}
      />
      <TextInput
        type="date"
        label={t('open.started')}
        description={t('open.startedHelp')}
        {...form.getInputProps('programmeStartedOn')}
      />
      <AssessorSelect
        label={t('open.assessors')}
        description={t('open.assessorsHelp')}
        {...form.getInputProps('assessorIds')}
      />
    </FormDrawer>
  );
}
