import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { AssessorSelect } from '~/pages/audits/AssessorSelect';
import { announce, FormDrawer } from '~/ui';
import { t } from '../texts';
import type { Assessment } from '../types';

/** Says who answers the assessment. */
export function AssessorsDrawer({ assessment, onClose }: { assessment: Assessment; onClose: () => void }) {
  const assign = useCommand('put', '/api/t/{tenant}/organisation-assessments/{assessmentId}/assessors');
  const form = useForm({
    initialValues: { assessorIds: [...assessment.assessorIds] },
    validate: { assessorIds: (people) => (people.length > 0 ? null : t('assessors.missing')) },
  });
  const save = async (body: { assessorIds: string[] }) => {
    await assign.mutateAsync({ path: { assessmentId: assessment.id }, body });
    announce(t('assessors.done'));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('assessors.title')} form={form} onSubmit={save}>
      <AssessorSelect
        label={t('open.assessors')}
        description={t('open.assessorsHelp')}
        data-autofocus
        required
        {...form.getInputProps('assessorIds')}
      />
    </FormDrawer>
  );
}
