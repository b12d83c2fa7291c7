import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import type { ActionState, ProgrammeAction } from './action';
import { t } from './texts';

interface MoveActionProps {
  action: ProgrammeAction;
  to: Exclude<ActionState, 'under-way'>;
  onClose: () => void;
}

/** Done with what shows it, dropped or taken up again with a reason. */
export function MoveAction({ action: { id, version }, to, onClose }: MoveActionProps) {
  const move = useCommand('post', '/api/t/{tenant}/actions/{programmeActionId}/state');
  const form = useForm({
    initialValues: { evidence: '', doneOn: '', reason: '' },
    validate: {
      evidence: (text) => (to !== 'done' || text.trim() ? null : t('move.evidenceMissing')),
      reason: (reason) => (to === 'done' ? null : reasonRule(reason)),
    },
  });
  const save = async ({ evidence, doneOn, reason }: typeof form.values) => {
    const body = to === 'done' ? { state: to, evidence, doneOn: doneOn || undefined } : { state: to, reason };
    await move.mutateAsync({ path: { programmeActionId: id }, body, ifMatch: version });
    announce(t('move.said'));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t(`move.title.${to}`)} form={form} onSubmit={save}>
      {to === 'done' ? (
        <>
          <Textarea
            label={t('move.evidence')}
            description={t('move.evidenceHelp')}
            autosize
            minRows={3}
            maxLength={10000}
            required
            data-autofocus
            {...form.getInputProps('evidence')}
          />
          <TextInput type="date" label={t('move.doneOn')} {...form.getInputProps('doneOn')} />
        </>
      ) : (
        <ReasonField data-autofocus {...form.getInputProps('reason')} />
      )}
    </FormDrawer>
  );
}
