import { useEffect } from 'react';
import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { EmptyState, ErrorState, ListToolbar } from '~/ui';
import { AnswerMark } from '../AnswerMark';
import { type AnswerState, type GivenAnswer, type Results, stateOfGiven } from '../audit';
import type { Action, Catalogue } from '../catalogue';
import { streamOptions } from '../answering/StreamSelect';
import { t } from '../texts';
import { Details, Unconfirmed } from './AnswerDetails';
import { AnswerHistory } from './AnswerHistory';
import classes from './AnswersTab.module.css';
import { ConfirmShown } from './ConfirmShown';

const states = ['answered', 'zero', 'unanswered', 'notRelevant', 'unconfirmed'] as const;

/** The answers behind the figures, narrowed by what stands in the address. */
export function AnswersTab({ audit, catalogue }: { audit: Results['audit']; catalogue: Catalogue }) {
  const auditId = audit.id;
  const { data, error, refetch } = useRead('/api/t/{tenant}/audits/{auditId}', { path: { auditId } });
  const [phase] = useAddressState('phase');
  const [period] = useAddressState('period');
  const [stream] = useAddressState('stream');
  const [state] = useAddressState('state');
  const [sought] = useAddressState('action');
  const ready = data !== undefined;
  useEffect(() => {
    if (ready && sought) document.getElementById(sought)?.scrollIntoView({ block: 'center' });
  }, [ready, sought]);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={320} />;
  const answers = new Map(data.answers.map((answer) => [answer.actionId, answer]));
  const { phases, periods } = catalogue.structure;
  const shown = catalogue.actions.filter(
    (action) =>
      (!phase || action.phase === phase) &&
      (!period || action.period === Number(period)) &&
      (!stream || action.stream === stream || action.contributoryStream === stream) &&
      (!state || matchesState(stateOfGiven(answers.get(action.id)), state)),
  );
  return (
    <Stack>
      <ListToolbar
        filters={[
          {
            param: 'phase',
            label: t('filter.phase'),
            options: phases.map(({ id, name }) => ({ value: id, label: `${id} ${name}` })),
          },
          {
            param: 'period',
            label: t('filter.period'),
            options: ['1', '2', '3'].map((value) => ({ value, label: value })),
          },
          {
            param: 'stream',
            label: t('filter.stream'),
            options: streamOptions(catalogue.structure),
          },
          {
            param: 'state',
            label: t('filter.state'),
            options: states.map((value) => ({ value, label: t(`state.${value}`) })),
          },
        ]}
        count={t('filter.count', { n: shown.length })}
      >
        <ConfirmShown audit={audit} shown={shown} answers={answers} />
      </ListToolbar>
      {shown.length === 0 && <EmptyState title={t('filter.none')} />}
      {periods.map(({ phase, number, name }) => {
        const asked = shown.filter((action) => action.phase === phase && action.period === number);
        if (asked.length === 0) return null;
        return (
          <section key={`${phase}${number}`} aria-label={name}>
            <Title order={2} size="h5" mb="xs">
              {phase} {name}
            </Title>
            <ul className={classes['list']}>
              {asked.map((action) => (
                <AnswerLine
                  key={action.id}
                  action={action}
                  given={answers.get(action.id)}
                  catalogue={catalogue}
                  sought={action.id === sought}
                  auditId={auditId}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </Stack>
  );
}

/** A score of 0 is an answer too: "answered" finds it, "scored 0" finds nothing else. */
const matchesState = (is: AnswerState, sought: string) => is === sought || (sought === 'answered' && is === 'zero');

interface AnswerLineProps {
  action: Action;
  given?: GivenAnswer;
  catalogue: Catalogue;
  sought: boolean;
  auditId: string;
}

function AnswerLine({ action, given, catalogue, sought, auditId }: AnswerLineProps) {
  const { id, label, help, contributoryStream } = action;
  return (
    <li id={id} className={classes['line']} data-sought={sought || undefined}>
      <div>
        <Text fw={600} title={help}>
          {label}
        </Text>
        <Text size="sm" c="dimmed">
          {id} · {catalogue.streamName(contributoryStream)}
          {given && (
            <>
              {' · '}
              <AnswerHistory auditId={auditId} actionId={id} label={label} />
            </>
          )}
        </Text>
      </div>
      <div className={classes['answer']}>
        {given && !given.confirmed ? <Unconfirmed given={given} /> : <AnswerMark answer={given?.answer} />}
        {given && <Details given={given} />}
      </div>
    </li>
  );
}
