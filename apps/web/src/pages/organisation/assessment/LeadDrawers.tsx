import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import { t } from '../texts';
import type { Assessment } from '../types';

interface LeadDrawerProps {
  assessment: Assessment;
  onClose: () => void;
}

const reasonForm = { initialValues: { reason: '' }, validate: { reason: reasonRule } };

/** Marks element E as not transnational, or takes the mark back. */
export function TransnationalDrawer({ assessment, onClose }: LeadDrawerProps) {
  const mark = useCommand('put', '/api/t/{tenant}/organisation-assessments/{assessmentId}/transnational');
  const form = useForm(reasonForm);
  const save = async ({ reason }: { reason: string }) => {
    const body = { transnational: !assessment.transnational, reason };
    await mark.mutateAsync({ path: { assessmentId: assessment.id }, body });
    announce(t('transnational.done'));
  };
  const title = t(assessment.transnational ? 'transnational.title' : 'transnational.titleBack');
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={title}
      form={form}
      onSubmit={save}
      effect={assessment.transnational ? t('transnational.effect') : undefined}
    >
      <ReasonField data-autofocus {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}

/** Pins the settled scores. */
export function SignOffDrawer({ assessment, onClose }: LeadDrawerProps) {
  const signOff = useCommand('post', '/api/t/{tenant}/organisation-assessments/{assessmentId}/sign-off');
  const form = useForm({ initialValues: { note: '' } });
  const save = async (body: { note: string }) => {
    await signOff.mutateAsync({ path: { assessmentId: assessment.id }, body });
    announce(t('signOff.done'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('signOff.title')}
      form={form}
      onSubmit={save}
      submitText={t('action.signOff')}
      effect={t('signOff.effect', { score: assessment.score })}
    >
      <Textarea
        label={t('signOff.note')}
        description={t('signOff.noteHelp')}
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
        {...form.getInputProps('note')}
      />
    </FormDrawer>
  );
}

/** Lets answers and scores change again. */
export function ReopenDrawer({ assessment, onClose }: LeadDrawerProps) {
  const reopen = useCommand('post', '/api/t/{tenant}/organisation-assessments/{assessmentId}/reopen');
  const form = useForm(reasonForm);
  const save = async (body: { reason: string }) => {
    await reopen.mutateAsync({ path: { assessmentId: assessment.id }, body });
    announce(t('reopen.done'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('reopen.title')}
      form={form}
      onSubmit={save}
      submitText={t('action.reopen')}
      effect={t('reopen.effect')}
    >
      <ReasonField data-autofocus {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
