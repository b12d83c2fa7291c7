import { useRef } from 'react';
import { Alert, Button, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { localDay } from '~/app/local-moment';
import { day } from '~/i18n/format';
import { announce, FormDrawer, ReasonField } from '~/ui';
import { AskQuestion } from './AskQuestion';
import { type Draft, missingIn, toAnswers } from './draft';
import type { LitmusTest, Subject } from './litmus';
import { t } from './texts';
import { useTake } from './use-take';

interface TakeTestProps {
  test: LitmusTest;
  subject: Subject;
  onClose: () => void;
}

/** Yes, no or ambivalent to each question, with what it rests on, beside what the record says. */
export function TakeTest({ test, subject, onClose }: TakeTestProps) {
  const take = useTake(test, subject);
  const on = (date: string) => test.takings.find(({ takenOn }) => takenOn === date);
  const drafted = (taking = on(localDay())): Record<string, Draft> =>
    Object.fromEntries(
      test.questions.map(({ id }) => [
        id,
        { answer: taking?.answers[id]?.answer, note: taking?.answers[id]?.note ?? '' },
      ]),
    );
  const form = useForm({
    initialValues: { takenOn: localDay(), answers: drafted(), reason: '' },
    validate: {
      takenOn: (date) => (date ? null : t('take.onMissing')),
      answers: (answers) => missingIn(test, answers),
      reason: (reason, { takenOn }) => (on(takenOn) && !reason.trim() ? t('take.correct') : null),
    },
  });
  const { takenOn, answers } = form.getValues();
  const questions = useRef<HTMLDivElement>(null);
  const goOn = (index: number) =>
    questions.current?.querySelectorAll<HTMLElement>('fieldset')[index + 1]?.querySelector('button')?.focus();
  const save = async (values: typeof form.values) => {
    const reason = on(values.takenOn) ? values.reason : undefined;
    await take({ takenOn: values.takenOn, answers: toAnswers(values.answers), reason });
    announce(t('take.done'));
  };
  const latest = test.takings[0];
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('take.title', { name: test.name })}
      form={form}
      onSubmit={save}
      submitText={t('take.submit')}
    >
      <TextInput type="date" label={t('take.on')} required max={localDay()} {...form.getInputProps('takenOn')} />
      {on(takenOn) && (
        <>
          <Text size="sm">{t('take.correct')}</Text>
          <ReasonField {...form.getInputProps('reason')} />
        </>
      )}
      <Text size="sm" c="dimmed" visibleFrom="sm">
        {t('take.keys')}
      </Text>
      {latest && !on(takenOn) && (
        <Button variant="default" size="compact-md" onClick={() => form.setFieldValue('answers', drafted(latest))}>
          {t('take.start', { day: day(latest.takenOn) })}
        </Button>
      )}
      <div ref={questions}>
        {test.questions.map((question, index) => (
          <AskQuestion
            key={question.id}
            question={question}
            draft={answers[question.id]!}
            accountId={subject.accountId}
            first={index === 0}
            onSay={(draft) => {
              form.setFieldValue(`answers.${question.id}`, draft);
              form.clearFieldError('answers');
            }}
            onKeyed={() => goOn(index)}
          />
        ))}
      </div>
      {form.errors['answers'] && (
        <Alert color="red" role="alert">
          {form.errors['answers']}
        </Alert>
      )}
    </FormDrawer>
  );
}
