import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer } from '~/ui';
import { given, type Results } from '../audit';
import { t } from './review-texts';

interface SignOffDrawerProps {
  audit: Results['audit'];
  acceptedHints: readonly string[];
  /** Answers given by whoever signs. */
  ownAnswers: number;
  onClose: () => void;
}

/** The lead stands by the answers as they are. Says in numbers what is pinned. */
export function SignOffDrawer({ audit, acceptedHints, ownAnswers, onClose }: SignOffDrawerProps) {
  const sign = useCommand('post', '/api/t/{tenant}/audits/{auditId}/sign-off');
  const { unanswered } = audit.progress;
  const form = useForm({
    initialValues: { note: '', unansweredBecause: '' },
    validate: {
      unansweredBecause: (because) => (unanswered > 0 && !because.trim() ? t('sign.becauseMissing') : null),
    },
  });
  const save = async (words: { note: string; unansweredBecause: string }) => {
    // What was reviewed is what is signed: a change in between is refused.
    await sign.mutateAsync({
      path: { auditId: audit.id },
      ifMatch: audit.version,
      body: { ...words, acceptedHints: [...acceptedHints] },
    });
    announce(t('sign.done'));
  };
  const counts = [t('sign.answers', { n: given(audit) })];
  if (unanswered > 0) counts.push(t('sign.unansweredCount', { n: unanswered }));
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('sign.title', { title: audit.title })}
      form={form}
      onSubmit={save}
      submitText={t('sign.button')}
      effect={
        <>
          <Text fw={600}>
            {t('sign.effect', {
              answers: counts.join(', '),
              score: audit.score,
              maximum: audit.maximum,
              hints: t('sign.hints', { n: acceptedHints.length }),
            })}
          </Text>
          <Text size="sm">
            {t('sign.pins')} {ownAnswers > 0 && t('sign.own', { n: ownAnswers })}
          </Text>
        </>
      }
    >
      {unanswered > 0 && (
        <Textarea
          label={t('sign.because')}
          description={t('sign.becauseHelp', { n: unanswered })}
          autosize
          minRows={2}
          maxLength={2000}
          required
          {...form.getInputProps('unansweredBecause')}
        />
      )}
      <Textarea
        label={t('sign.note')}
        description={t('sign.noteHelp')}
        autosize
        minRows={2}
        maxLength={5000}
        data-autofocus
        {...form.getInputProps('note')}
      />
    </FormDrawer>
  );
}
