import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useCanChange } from '~/app/tenant';
import { RaiseAction } from '~/pages/actions/RaiseAction';
import type { LitmusTest, Question, Subject } from './litmus';
import classes from './litmus.module.css';
import { AnswerMark } from './marks';
import { RecordLine } from './RecordLine';
import { t } from './texts';

interface QuestionRowProps {
  test: LitmusTest['test'];
  question: Question;
  subject: Subject;
}

/** One question: the answer with what it rests on, and beside it what the record says. */
export function QuestionRow({ test, question, subject }: QuestionRowProps) {
  const { id, label, help, short, answer, note, record } = question;
  const mayAct = useCanChange('assessment.act');
  const [raising, setRaising] = useState(false);
  return (
    <li className={classes['question']} id={id}>
      <div>
        <Text fw={600}>{label}</Text>
        <Text size="sm" c="dimmed">
          {help}
        </Text>
      </div>
      <div>
        <div className={classes['given']}>
          <AnswerMark answer={answer} />
          {mayAct && answer !== null && answer !== 'yes' && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => setRaising(true)}
              aria-label={t('test.actionFor', { question: short })}
              data-screen-only
            >
              {t('test.action')}
            </Button>
          )}
        </div>
        {note && (
          <Text size="sm" my={4} className={classes['note']}>
            {note}
          </Text>
        )}
        <RecordLine record={record} answer={answer} accountId={subject.accountId} />
      </div>
      {raising && (
        <RaiseAction
          source={{ kind: 'litmus', test, subjectId: subject.accountId ?? 'programme', question: id }}
          suggestedTitle={short}
          suggestedDescription={label}
          accountId={subject.accountId}
          onClose={() => setRaising(false)}
        />
      )}
    </li>
  );
}
