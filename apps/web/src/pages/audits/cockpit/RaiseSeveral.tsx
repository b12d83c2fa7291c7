import { List, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useTenantMe } from '~/app/tenant';
import { OwnerSelect } from '~/pages/actions/OwnerSelect';
import { t as actions } from '~/pages/actions/texts';
import { announce, FormDrawer } from '~/ui';
import { t } from './results-texts';

interface RaiseSeveralProps {
  auditId: string;
  /** What is raised: each becomes an action of its own, with the same owner and date. */
  chosen: readonly { readonly actionId: string; readonly label: string }[];
  onClose: () => void;
  onRaised: () => void;
}

/** Turns several findings into programme actions at once. */
export function RaiseSeveral({ auditId, chosen, onClose, onRaised }: RaiseSeveralProps) {
  const { person } = useTenantMe();
  // The pages read again once, after the last.
  const raise = useCommand('post', '/api/t/{tenant}/actions', { refreshes: 'none' });
  const raiseLast = useCommand('post', '/api/t/{tenant}/actions');
  const form = useForm({
    initialValues: { ownerId: person.id, dueOn: '' },
    validate: {
      ownerId: (owner) => (owner ? null : actions('raise.ownerMissing')),
      dueOn: (day) => (day ? null : actions('raise.dueMissing')),
    },
  });
  const save = async (values: typeof form.values) => {
    for (const [index, { actionId, label }] of chosen.entries()) {
      const { mutateAsync } = index < chosen.length - 1 ? raise : raiseLast;
      await mutateAsync({
        body: { ...values, title: label, source: { kind: 'audit-action', auditId, actionId } },
      });
    }
    announce(t('bulk.done', { n: chosen.length }));
    onRaised();
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('bulk.title', { n: chosen.length })}
      form={form}
      onSubmit={save}
      submitText={t('bulk.submit')}
    >
      <List size="sm" spacing="xs">
        {chosen.map(({ actionId, label }) => (
          <List.Item key={actionId}>{label}</List.Item>
        ))}
      </List>
      <OwnerSelect {...form.getInputProps('ownerId')} />
      <TextInput type="date" label={actions('raise.dueOn')} required {...form.getInputProps('dueOn')} />
    </FormDrawer>
  );
}
