import { useCallback, useEffect, useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCommand } from '~/api/use-command';
import { useAddressState } from '~/app/address-state';
import { announce, EmptyState } from '~/ui';
import type { AuditDetail } from '../audit';
import type { Catalogue } from '../catalogue';
import { t as audits } from '../texts';
import { ActionPanel } from './ActionPanel';
import { ActionRow, rowId } from './ActionRow';
import classes from './Answering.module.css';
import { KeysHelp } from './KeysHelp';
import { ListBar } from './ListBar';
import { supportOf } from './rules';
import type { Choice } from './ScoreButtons';
import { t } from './texts';
import type { Answers } from './use-answer-book';
import { useAnswerKeys } from './use-answer-keys';
import { useActions, useShown } from './use-shown';

interface ActionListProps {
  audit: AuditDetail;
  catalogue: Catalogue;
  answers: Answers;
  /** Nothing can be answered at all: the role, the past, or the sign-off forbids it. */
  readOnly: boolean;
}

/** All actions in one list by phase and period, worked through by keyboard or by touch. */
export function ActionList({ audit, catalogue, answers, readOnly }: ActionListProps) {
  const { book, entries, discard } = answers;
  const beside = useMediaQuery('(min-width: 68em)', true, { getInitialValueInEffect: false });
  const [sought] = useAddressState('action');
  const actions = useActions(audit, catalogue, answers);
  const { given, talk, mine, answerOf, isCarried } = actions;
  const { shown, chosen: filters, counts, toggle } = useShown(catalogue, actions);
  const mayAnswer = (actionId: string) => !readOnly && mine.has(actionId);
  const isOpen = ({ id }: { id: string }) => mayAnswer(id) && (!answerOf(id) || isCarried(id));
  const [current, setCurrent] = useState(() => sought || (shown.find(isOpen) ?? shown[0])?.id);
  const [asksBecause, setAsksBecause] = useState<string>();
  const [help, setHelp] = useState(false);
  // Whoever comes for one action finds it on the screen.
  useEffect(() => {
    if (sought) document.getElementById(rowId(sought))?.scrollIntoView({ block: 'center' });
  }, [sought]);
  const chosen = shown.find(({ id }) => id === current) ?? shown[0];
  const { mutateAsync: confirm, isPending: confirming } = useCommand(
    'post',
    '/api/t/{tenant}/audits/{auditId}/confirmations',
  );

  const goTo = (actionId: string | undefined) => {
    if (!actionId) return;
    setCurrent(actionId);
    const row = document.getElementById(rowId(actionId));
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };
  const choose = useCallback(
    (actionId: string, choice: Choice) => {
      setCurrent(actionId);
      if (choice === 'notRelevant') return setAsksBecause(actionId);
      setAsksBecause(undefined);
      const before = book.snapshot().get(actionId)?.answer ?? given.get(actionId)?.answer;
      book.say(actionId, { score: choice, ...supportOf(before) });
    },
    [book, given],
  );
  const confirmAll = async (actionIds: string[]) => {
    await book.flush();
    await confirm({ path: { auditId: audit.id }, body: { actionIds } });
    announce(t('carried.done', { n: actionIds.length }));
  };
  const waiting = shown.filter(({ id }) => isCarried(id) && mayAnswer(id)).map(({ id }) => id);

  useAnswerKeys({
    action: chosen,
    answer: chosen && answerOf(chosen.id),
    answering: chosen !== undefined && mayAnswer(chosen.id),
    carried: chosen !== undefined && isCarried(chosen.id),
    onChoose: choose,
    onSay: (actionId, answer) => book.say(actionId, answer),
    onConfirm: (actionId) => void confirmAll([actionId]),
    onMove: (by) => goTo(shown[shown.findIndex(({ id }) => id === chosen?.id) + by]?.id),
    onNextOpen: () => {
      const at = shown.findIndex(({ id }) => id === chosen?.id);
      goTo([...shown.slice(at + 1), ...shown.slice(0, at)].find(isOpen)?.id);
    },
    onHelp: () => setHelp(true),
  });

  const leaveQuestion = () => {
    setAsksBecause(undefined);
    goTo(chosen?.id);
  };
  const panel = chosen && (
    <ActionPanel
      key={chosen.id}
      auditId={audit.id}
      action={chosen}
      catalogue={catalogue}
      given={given.get(chosen.id)}
      entry={entries.get(chosen.id)}
      readOnly={!mayAnswer(chosen.id)}
      ofOthers={!readOnly && !mine.has(chosen.id)}
      carried={isCarried(chosen.id)}
      confirming={confirming}
      titled={beside}
      asksBecause={asksBecause === chosen.id}
      onSay={(answer) => {
        book.say(chosen.id, answer);
        if (asksBecause) leaveQuestion();
      }}
      onSend={(reason) => {
        book.send(chosen.id, reason);
        leaveQuestion();
      }}
      onConfirm={() => void confirmAll([chosen.id])}
      onDiscard={() => {
        if (!asksBecause) void discard(chosen.id);
        leaveQuestion();
      }}
    />
  );

  return (
    <>
      <ListBar
        {...{ catalogue, shown, counts }}
        chosen={filters}
        onToggle={toggle}
        onGoTo={goTo}
        onKeys={() => setHelp(true)}
      />
      {waiting.length > 0 && (
        <Button variant="default" loading={confirming} onClick={() => void confirmAll(waiting)} data-screen-only>
          {t('carried.confirmAll', { n: waiting.length })}
        </Button>
      )}
      {help && <KeysHelp onClose={() => setHelp(false)} />}
      {shown.length === 0 && <EmptyState title={audits('filter.none')} />}
      <div className={classes['columns']}>
        <div>
          {catalogue.structure.periods.map(({ phase, number, name, description }) => {
            const asked = shown.filter((action) => action.phase === phase && action.period === number);
            if (asked.length === 0) return null;
            return (
              <section key={`${phase}${number}`} aria-label={`${phase} ${name}`}>
                <h2 className={classes['period']}>
                  {phase} {catalogue.phaseName(phase)} · {name}
                </h2>
                <Text size="sm" c="dimmed" mb="xs">
                  {description}
                </Text>
                {asked.map((action) => (
                  <div key={action.id}>
                    <ActionRow
                      action={action}
                      stream={catalogue.streamName(action.contributoryStream)}
                      answer={answerOf(action.id)}
                      state={entries.get(action.id)?.state}
                      carried={isCarried(action.id)}
                      comments={talk.get(action.id)?.comments ?? 0}
                      openQuestions={talk.get(action.id)?.openQuestions ?? 0}
                      scale={catalogue.structure.scale}
                      current={action.id === chosen?.id}
                      readOnly={!mayAnswer(action.id)}
                      onCurrent={setCurrent}
                      onChoose={choose}
                    />
                    {!beside && action.id === chosen?.id && panel}
                  </div>
                ))}
              </section>
            );
          })}
        </div>
        {beside && <aside className={classes['aside']}>{panel}</aside>}
      </div>
    </>
  );
}
