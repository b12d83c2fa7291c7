import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer } from '~/ui';
import { ScorerSelect } from './ScorerSelect';
import { t } from './texts';
import type { Round } from './use-round';

interface AssignDrawerProps {
  round: Round;
  accountIds: string[];
  onClose: () => void;
  onDone: () => void;
}

/** By hand: the selected accounts get exactly these scorers. */
export function AssignDrawer({ round, accountIds, onClose, onDone }: AssignDrawerProps) {
  const assign = useCommand('put', '/api/t/{tenant}/rounds/{roundId}/scorers');
  const form = useForm({ initialValues: { scorerIds: [] as string[] } });
  const send = async ({ scorerIds }: typeof form.values) => {
    await assign.mutateAsync({ path: { roundId: round.id }, body: { accountIds, scorerIds } });
    announce(t('assign.done'));
    onDone();
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('assign.title', { n: accountIds.length })}
      submitText={t('assign')}
      form={form}
      onSubmit={send}
    >
      <ScorerSelect data-autofocus description={t('assign.help')} {...form.getInputProps('scorerIds')} />
    </FormDrawer>
  );
}
