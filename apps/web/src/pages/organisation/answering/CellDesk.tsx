import { Button, Group, Text } from '@mantine/core';
import { useAddressState } from '~/app/address-state';
import { useHotkey } from '~/app/hotkey';
import type { OrganisationCatalogue } from '../catalogue';
import { t } from '../texts';
import type { Assessment, Score } from '../types';
import { CellMap } from './CellMap';
import { CellPanel, evidenceField } from './CellPanel';
import classes from './Answering.module.css';
import type { CellAnswers, OwnAnswer } from './use-cell-answers';

interface CellDeskProps {
  assessment: Assessment;
  catalogue: OrganisationCatalogue;
  answers: CellAnswers;
  readOnly: boolean;
}

/** One cell at a time with its four states, and the map of all cells to move on; by keyboard or by touch. */
export function CellDesk({ assessment, catalogue, answers, readOnly }: CellDeskProps) {
  const { book, entries, discard } = answers;
  const { cells } = assessment.standing;
  const columns = catalogue.groups.length;
  const ownOf = (id: string): OwnAnswer | undefined => {
    const said = cells.find(({ cell }) => cell === id)?.answers.find(({ own }) => own);
    return entries.get(id)?.answer ?? (said && recorded(said));
  };
  const [chosen, choose] = useAddressState('cell');
  const firstOpen = cells.findIndex(({ cell }) => !ownOf(cell));
  const sought = cells.findIndex(({ cell }) => cell === chosen);
  const at = sought >= 0 ? sought : Math.max(0, firstOpen);
  const here = cells[at]!;

  const goTo = (index: number) => {
    const next = cells[index];
    if (next) choose(next.cell);
  };
  const say = (score: Score) => {
    const { evidence, note } = ownOf(here.cell) ?? {};
    // Without a cell in the address the first open one is shown: it stays in view once it is answered.
    if (sought < 0) choose(here.cell);
    book.say(here.cell, { score, ...(evidence ? { evidence } : {}), ...(note ? { note } : {}) });
  };
  const toNextOpen = () => {
    const open = [...cells.keys()].filter((index) => !ownOf(cells[index]!.cell));
    goTo(open.find((index) => index > at) ?? open[0] ?? at);
  };
  useHotkey(['0'], () => say(0), !readOnly);
  useHotkey(['1'], () => say(1), !readOnly);
  useHotkey(['2'], () => say(2), !readOnly);
  useHotkey(['3'], () => say(3), !readOnly);
  useHotkey(['arrowright'], () => goTo(at + 1));
  useHotkey(['arrowleft'], () => goTo(at - 1));
  useHotkey(['arrowdown'], () => goTo(at + columns));
  useHotkey(['arrowup'], () => goTo(at - columns));
  useHotkey(['u'], toNextOpen, !readOnly);
  useHotkey(['e'], () => document.getElementById(evidenceField)?.focus(), !readOnly);

  return (
    <div className={classes['desk']}>
      <div className={classes['map']}>
        <CellMap
          catalogue={catalogue}
          current={here.cell}
          answerOf={(cell) => ownOf(cell)?.score}
          stateOf={(cell) => entries.get(cell)?.state}
          onChoose={choose}
        />
        {!readOnly && (
          <Text size="xs" c="dimmed" visibleFrom="sm" data-screen-only>
            {t('do.keys')}
          </Text>
        )}
      </div>
      <div className={classes['cell']}>
        <CellPanel
          key={here.cell}
          cell={here}
          catalogue={catalogue}
          own={ownOf(here.cell)}
          entry={entries.get(here.cell)}
          readOnly={readOnly}
          onChoose={say}
          onSay={(answer) => book.say(here.cell, answer)}
          onSend={(reason) => book.send(here.cell, reason)}
          onDiscard={() => void discard(here.cell)}
        />
        <Group justify="space-between" data-screen-only>
          <Button variant="default" disabled={at === 0} onClick={() => goTo(at - 1)}>
            {t('do.previous')}
          </Button>
          <Group gap="xs">
            {!readOnly && (
              <Button variant="default" onClick={toNextOpen} aria-keyshortcuts="U">
                {t('do.nextOpen')}
              </Button>
            )}
            <Button disabled={at === cells.length - 1} onClick={() => goTo(at + 1)}>
              {t('do.next')}
            </Button>
          </Group>
        </Group>
      </div>
    </div>
  );
}

const recorded = (said: { score: Score; evidence: string | null; note: string | null }): OwnAnswer => ({
  score: said.score,
  ...(said.evidence ? { evidence: said.evidence } : {}),
  ...(said.note ? { note: said.note } : {}),
});
