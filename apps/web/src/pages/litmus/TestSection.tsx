import { useState } from 'react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { day } from '~/i18n/format';
import { EmptyState, usePeople } from '~/ui';
import { PageHistory } from '~/ui/PageHistory';
import { type LitmusTest, type Subject, useMayTake } from './litmus';
import classes from './litmus.module.css';
import { StandingMark } from './marks';
import { QuestionRow } from './QuestionRow';
import { TakeTest } from './TakeTest';
import { Takings } from './Takings';
import { t } from './texts';
import { useOwnWords } from './use-own-words';

interface TestSectionProps {
  test: LitmusTest;
  subject: Subject;
  /** The day of the page. */
  on: string;
}

/** One test of one subject: result, answers beside the record, all takings, and the way to take it. */
export function TestSection({ test: shipped, subject, on }: TestSectionProps) {
  const test = useOwnWords(shipped);
  const [taking, setTaking] = useState(false);
  const mayTake = useMayTake(test.test, subject);
  const take = mayTake && (
    <Button onClick={() => setTaking(true)}>{t(test.takenOn ? 'test.again' : 'test.take')}</Button>
  );
  return (
    <Stack component="section" aria-label={test.name}>
      <Group justify="space-between" align="start">
        <div style={{ flex: '1 1 18rem' }}>
          <Group gap="sm">
            <Title order={2} size="h4">
              {test.name}
            </Title>
            {test.gate !== null && <StandingMark standing={test.standing} />}
          </Group>
          <Text size="sm" c="dimmed" maw="72ch">
            {test.about}
          </Text>
        </div>
        <Group gap="xs" data-screen-only>
          {test.takenOn && <PageHistory subject={{ type: 'litmus', id: test.id }} title={test.name} />}
          {take}
        </Group>
      </Group>
      <Result test={test} />
      {!test.takenOn && <EmptyState title={t('test.none')} text={t('test.noneText')} />}
      <ol className={classes['questions']}>
        {test.questions.map((question) => (
          <QuestionRow key={question.id} test={test.test} question={question} subject={subject} />
        ))}
      </ol>
      {test.questions.some(({ record }) => record) && (
        <Text size="sm" c="dimmed">
          {t('test.recordOn', { day: day(on) })}
        </Text>
      )}
      <Takings test={test} />
      {taking && <TakeTest test={test} subject={subject} onClose={() => setTaking(false)} />}
    </Stack>
  );
}

function Result({ test }: { test: LitmusTest }) {
  const people = usePeople();
  const { yes, takenOn, old, gate, differences, formerManagerId, questions } = test;
  if (yes === null || !takenOn) return null;
  const of = { yes, questions: questions.length };
  return (
    <Text>
      {t('test.result', { ...of, day: day(takenOn) })} {old && `${t('test.old')} `}
      {gate === null ? t('test.noGate') : t('test.gate', { gate, questions: of.questions })}{' '}
      {differences > 0 && <b>{t('test.differences', { n: differences })} </b>}
      {formerManagerId && t('test.former', { name: people.get(formerManagerId) ?? '–' })}
    </Text>
  );
}
