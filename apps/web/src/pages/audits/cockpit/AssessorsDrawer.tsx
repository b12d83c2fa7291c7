import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer } from '~/ui';
import { AssessorSelect } from '../AssessorSelect';
import type { AuditSummary } from '../audit';
import { t } from '../texts';

/** Says who answers the audit. */
export function AssessorsDrawer({ audit, onClose }: { audit: AuditSummary; onClose: () => void }) {
  const assign = useCommand('put', '/api/t/{tenant}/audits/{auditId}/assessors');
  const form = useForm({
    initialValues: { assessorIds: [...audit.assessorIds] },
    validate: { assessorIds: (people) => (people.length > 0 ? null : t('assessors.missing')) },
  });
  const save = async (body: { assessorIds: string[] }) => {
    await assign.mutateAsync({ path: { auditId: audit.id }, body });
    announce(t('assessors.done'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('assessors.title', { title: audit.title })}
      form={form}
      onSubmit={save}
    >
      <AssessorSelect label={t('open.assessors')} data-autofocus required {...form.getInputProps('assessorIds')} />
    </FormDrawer>
  );
}
