import { type KeyboardEvent, useState } from 'react';
import { Alert, Button, Stack, Text, Textarea, Title } from '@mantine/core';
import type { Entry } from '~/pages/audits/answering/answer-book';
import { Said } from '../assessment/Said';
import type { OrganisationCatalogue } from '../catalogue';
import { StateMark } from '../StateMark';
import { t } from '../texts';
import { type Cell, type Score, scores } from '../types';
import { AskReason } from './AskReason';
import classes from './Answering.module.css';
import type { OwnAnswer } from './use-cell-answers';

export const evidenceField = 'cell-evidence';

interface CellPanelProps {
  cell: Cell;
  catalogue: OrganisationCatalogue;
  own: OwnAnswer | undefined;
  entry: Entry<OwnAnswer> | undefined;
  readOnly: boolean;
  onChoose: (score: Score) => void;
  onSay: (answer: OwnAnswer) => void;
  onSend: (reason?: string) => void;
  onDiscard: () => void;
}

/** The four states of one cell to choose from, and what the choice rests on. */
export function CellPanel(props: CellPanelProps) {
  const { cell, catalogue, own, entry, readOnly, onChoose, onSay, onSend, onDiscard } = props;
  const { element, group, answers } = cell;
  const descriptors = catalogue.descriptors(element, group);
  const others = answers.filter(({ own }) => !own);
  return (
    <Stack gap="md">
      <div>
        <Title order={2} size="h4">
          {catalogue.cellName(element, group)}
        </Title>
        <Text size="sm" c="dimmed">
          {catalogue.elements.find(({ id }) => id === element)?.about}
        </Text>
        {catalogue.guidance(element, group).map((guidance) => (
          <Text key={guidance} size="sm">
            {t('do.guidance', { guidance })}
          </Text>
        ))}
      </div>
      <div role="group" aria-label={t('do.choose')} className={classes['states']}>
        {scores.map((score) => (
          <button
            key={score}
            type="button"
            aria-pressed={own?.score === score}
            aria-keyshortcuts={String(score)}
            disabled={readOnly}
            onClick={() => onChoose(score)}
          >
            <StateMark score={score} catalogue={catalogue} />
            <span>{descriptors[score]}</span>
          </button>
        ))}
      </div>
      <Text size="xs" c="dimmed" role="status">
        {entry?.state === 'saved'
          ? t('do.saved')
          : entry?.state === 'saving' || entry?.state === 'waiting'
            ? t('do.saving')
            : ' '}
      </Text>
      {entry?.state === 'reason' ? (
        <AskReason onSave={onSend} onDiscard={onDiscard} />
      ) : (
        <OwnWords
          key={`${own?.evidence} ${own?.note} ${own !== undefined}`}
          own={own}
          readOnly={readOnly}
          onSay={onSay}
        />
      )}
      {entry?.state === 'failed' && (
        <Alert color="red" title={t('do.failed')} role="alert">
          {entry.why}{' '}
          <Button size="compact-sm" variant="default" onClick={() => onSend()}>
            {t('do.retry')}
          </Button>
        </Alert>
      )}
      {others.length > 0 && (
        <section aria-label={t('do.others')}>
          <Title order={3} size="h5" mb="xs">
            {t('do.others')}
          </Title>
          {own || readOnly ? (
            <Said answers={others} catalogue={catalogue} />
          ) : (
            <Text size="sm" c="dimmed">
              {t('do.othersLater')}
            </Text>
          )}
        </section>
      )}
    </Stack>
  );
}

/** Leaves the field on Escape, so that the single keys work again. */
const leave = (event: KeyboardEvent<HTMLElement>) => {
  if (event.key === 'Escape') event.currentTarget.blur();
};

interface OwnWordsProps {
  own: OwnAnswer | undefined;
  readOnly: boolean;
  onSay: (answer: OwnAnswer) => void;
}

/** Evidence and note; saved when the field is left. */
function OwnWords({ own, readOnly, onSay }: OwnWordsProps) {
  const [evidence, setEvidence] = useState(own?.evidence ?? '');
  const [note, setNote] = useState(own?.note ?? '');
  const say = () => {
    if (!own || ((own.evidence ?? '') === evidence.trim() && (own.note ?? '') === note.trim())) return;
    onSay({
      score: own.score,
      ...(evidence.trim() ? { evidence: evidence.trim() } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
    });
  };
  const field = { autosize: true, maxRows: 10, readOnly: readOnly || !own, onBlur: say, onKeyDown: leave };
  return (
    <>
      <Textarea
        id={evidenceField}
        label={t('do.evidence')}
        description={own ? t('do.evidenceHelp') : t('do.evidenceFirst')}
        minRows={2}
        maxLength={10_000}
        value={evidence}
        onChange={(event) => setEvidence(event.target.value)}
        aria-keyshortcuts="E"
        {...field}
      />
      <Textarea
        label={t('do.note')}
        description={t('do.noteHelp')}
        minRows={1}
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        {...field}
      />
    </>
  );
}
