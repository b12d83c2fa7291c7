import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer } from '~/ui';
import type { Results } from '../audit';
import type { Catalogue } from '../catalogue';
import { assignmentsOf, emptyRow, type PartRow, rowsOf, rowsRule } from './parts';
import { PartsEditor } from './PartsEditor';
import { t } from './review-texts';

interface AssignmentsDrawerProps {
  audit: Results['audit'];
  catalogue: Catalogue;
  onClose: () => void;
}

/** Says who answers which part of the audit, and by when. */
export function AssignmentsDrawer({ audit, catalogue, onClose }: AssignmentsDrawerProps) {
  const assign = useCommand('put', '/api/t/{tenant}/audits/{auditId}/assignments');
  const present = rowsOf(audit.assignments);
  const form = useForm<{ assignments: PartRow[] }>({
    initialValues: { assignments: present.length > 0 ? present : [emptyRow] },
    validate: { assignments: rowsRule },
  });
  const save = async ({ assignments }: { assignments: PartRow[] }) => {
    await assign.mutateAsync({ path: { auditId: audit.id }, body: { assignments: assignmentsOf(assignments) } });
    announce(t('parts.done'));
  };
  const error = form.errors['assignments'];
  return (
    <FormDrawer opened onClose={onClose} title={t('parts.title', { title: audit.title })} form={form} onSubmit={save}>
      <PartsEditor
        catalogue={catalogue}
        value={form.values.assignments}
        onChange={(rows) => form.setFieldValue('assignments', rows)}
        error={typeof error === 'string' ? error : undefined}
      />
    </FormDrawer>
  );
}
