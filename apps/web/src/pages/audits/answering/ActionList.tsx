import { useCallback, useMemo, useState } from 'react';
import { Button, NativeSelect, Switch, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { useAddressState } from '~/app/address-state';
import { useHotkey } from '~/app/hotkey';
import { EmptyState } from '~/ui';
import type { Answer, AuditDetail } from '../audit';
import type { Catalogue } from '../catalogue';
import { t } from '../texts';
import { ActionPanel } from './ActionPanel';
import { ActionRow, rowId } from './ActionRow';
import classes from './Answering.module.css';
import { evidenceField } from './Fields';
import { KeysHelp } from './KeysHelp';
import type { Choice } from './ScoreButtons';
import { StreamSelect } from './StreamSelect';
import type { Answers } from './use-answer-book';

interface ActionListProps {
  audit: AuditDetail;
  catalogue: Catalogue;
  answers: Answers;
  readOnly: boolean;
}

/** All actions in one list by phase and period, worked through by keyboard or by touch. */
export function ActionList({ audit, catalogue, answers, readOnly }: ActionListProps) {
  const { book, entries, discard } = answers;
  const beside = useMediaQuery('(min-width: 68em)', true, { getInitialValueInEffect: false });
  const [stream] = useAddressState('stream');
  const [unanswered, setUnanswered] = useAddressState('unanswered');
  const [sought] = useAddressState('action');
  const given = useMemo(() => new Map(audit.answers.map((answer) => [answer.actionId, answer])), [audit.answers]);
  const answerOf = (actionId: string): Answer | undefined =>
    entries.get(actionId)?.answer ?? given.get(actionId)?.answer;
  const open = () => new Set(catalogue.actions.flatMap(({ id }) => (answerOf(id) ? [] : [id])));
  // What is answered meanwhile stays in the list until the filter is chosen again.
  const [wereOpen, setWereOpen] = useState(open);
  const shown = useMemo(
    () =>
      catalogue.actions.filter(
        (action) =>
          (!stream || action.stream === stream || action.contributoryStream === stream) &&
          (!unanswered || wereOpen.has(action.id)),
      ),
    [catalogue, stream, unanswered, wereOpen],
  );
  const [current, setCurrent] = useState(() => sought || shown.find(({ id }) => !answerOf(id))?.id || shown[0]?.id);
  const [asksBecause, setAsksBecause] = useState<string>();
  const [help, setHelp] = useState(false);
  const chosen = shown.find(({ id }) => id === current) ?? shown[0];

  const goTo = (actionId: string | undefined) => {
    if (!actionId) return;
    setCurrent(actionId);
    const row = document.getElementById(rowId(actionId));
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };
  const at = shown.findIndex(({ id }) => id === chosen?.id);
  const choose = useCallback(
    (actionId: string, choice: Choice) => {
      setCurrent(actionId);
      if (choice === 'notRelevant') return setAsksBecause(actionId);
      setAsksBecause(undefined);
      const { evidence, evidenceOn } = book.snapshot().get(actionId)?.answer ?? given.get(actionId)?.answer ?? {};
      book.say(actionId, { score: choice, ...(evidence ? { evidence } : {}), ...(evidenceOn ? { evidenceOn } : {}) });
    },
    [book, given],
  );

  const answering = !readOnly && chosen !== undefined;
  useHotkey(['0'], () => choose(chosen!.id, 0), answering);
  useHotkey(['1'], () => choose(chosen!.id, 1), answering);
  useHotkey(['2'], () => choose(chosen!.id, 2), answering);
  useHotkey(['3'], () => choose(chosen!.id, 3), answering);
  useHotkey(['n'], () => choose(chosen!.id, 'notRelevant'), answering);
  useHotkey(['e'], () => document.getElementById(evidenceField)?.focus(), chosen !== undefined);
  useHotkey(['j', 'arrowdown'], () => goTo(shown[at + 1]?.id));
  useHotkey(['k', 'arrowup'], () => goTo(shown[at - 1]?.id));
  useHotkey(['u'], () => goTo([...shown.slice(at + 1), ...shown.slice(0, at)].find(({ id }) => !answerOf(id))?.id));
  useHotkey(['?'], () => setHelp(true));

  const leaveQuestion = () => {
    setAsksBecause(undefined);
    goTo(chosen?.id);
  };
  const panel = chosen && (
    <ActionPanel
      key={chosen.id}
      action={chosen}
      catalogue={catalogue}
      given={given.get(chosen.id)}
      entry={entries.get(chosen.id)}
      readOnly={readOnly}
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
      onDiscard={() => {
        if (!asksBecause) void discard(chosen.id);
        leaveQuestion();
      }}
    />
  );

  return (
    <>
      <div className={classes['bar']} data-screen-only>
        <StreamSelect catalogue={catalogue} />
        <NativeSelect
          aria-label={t('do.toPeriod')}
          value=""
          onChange={(event) => goTo(event.target.value)}
          data={[{ value: '', label: `${t('do.toPeriod')} …` }, ...firstOfPeriods(shown, catalogue)]}
        />
        <Switch
          label={t('filter.unanswered')}
          checked={unanswered === 'true'}
          onChange={(event) => {
            setWereOpen(open());
            setUnanswered(event.target.checked ? 'true' : '');
          }}
        />
        <Button
          variant="subtle"
          leftSection={<IconKeyboard size={16} />}
          onClick={() => setHelp(true)}
          visibleFrom="sm"
          aria-keyshortcuts="?"
        >
          {t('do.keys')}
        </Button>
      </div>
      {help && <KeysHelp onClose={() => setHelp(false)} />}
      {shown.length === 0 && <EmptyState title={t('filter.none')} />}
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
                      scale={catalogue.structure.scale}
                      current={action.id === chosen?.id}
                      readOnly={readOnly}
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

function firstOfPeriods(shown: Catalogue['actions'], catalogue: Catalogue): { value: string; label: string }[] {
  return catalogue.structure.periods.flatMap(({ phase, number, name }) => {
    const first = shown.find((action) => action.phase === phase && action.period === number);
    return first ? [{ value: first.id, label: `${phase} ${name}` }] : [];
  });
}
