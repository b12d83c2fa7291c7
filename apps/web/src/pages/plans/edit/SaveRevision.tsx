import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ApiProblem } from '~/api/problem';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import { t } from '../texts';
import type { Plan, PlanContent } from '../types';

interface SaveRevisionProps {
  plan: Plan;
  /** The version that the content was written on: another's change in between is refused, not overwritten. */
  version: number;
  content: PlanContent;
  reason?: string;
  onClose: () => void;
  onSaved?: () => void;
  /** Someone else changed the plan; nothing was saved. */
  onConflict?: () => void;
}

/** Saves the plan as its next revision, with the reason. */
export function SaveRevision(props: SaveRevisionProps) {
  const { plan, version, content, reason = '', onClose, onSaved, onConflict } = props;
  const save = useCommand('put', '/api/t/{tenant}/accounts/{accountId}/plan');
  const next = (plan.current?.revision ?? 0) + 1;
  const first = next === 1;
  const form = useForm({ initialValues: { reason }, validate: { reason: first ? () => null : reasonRule } });
  const submit = async (values: { reason: string }) => {
    try {
      const input = { path: { accountId: plan.accountId }, body: { content, reason: values.reason }, ifMatch: version };
      await save.mutateAsync(input);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 412 || !onConflict) throw error;
      return onConflict();
    }
    announce(t('save.done', { n: next }));
    onSaved?.();
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={first ? t('save.first') : t('save.title', { n: next })}
      form={form}
      onSubmit={submit}
    >
      {first ? (
        <Textarea
          label={t('save.firstReason')}
          description={t('save.firstReasonHelp')}
          autosize
          minRows={2}
          maxLength={2000}
          data-autofocus
          {...form.getInputProps('reason')}
        />
      ) : (
        <ReasonField data-autofocus {...form.getInputProps('reason')} />
      )}
    </FormDrawer>
  );
}
