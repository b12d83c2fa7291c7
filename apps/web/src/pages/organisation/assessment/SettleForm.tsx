import { type KeyboardEvent, useState } from 'react';
import { Alert, Button, Group, Stack, Textarea } from '@mantine/core';
import { useCommand } from '~/api/use-command';
import { announce } from '~/ui';
import { problemText } from '~/ui/problem-text';
import type { OrganisationCatalogue } from '../catalogue';
import { t } from '../texts';
import { type Cell, type Score, scores } from '../types';
import classes from './SettleForm.module.css';

interface SettleFormProps {
  cell: Cell;
  assessmentId: string;
  catalogue: OrganisationCatalogue;
}

/** The lead says which score counts; where the assessors did not all say just that, a reason is asked for. */
export function SettleForm({ cell, assessmentId, catalogue }: SettleFormProps) {
  const settle = useCommand('put', '/api/t/{tenant}/organisation-assessments/{assessmentId}/settled/{cellId}');
  const [asked, ask] = useState<Score>();
  const [reason, setReason] = useState('');
  const name = catalogue.cellName(cell.element, cell.group);

  const save = async (score: Score) => {
    const body = reason.trim() ? { score, reason: reason.trim() } : { score };
    await settle.mutateAsync({ path: { assessmentId, cellId: cell.cell }, body });
    announce(t('settle.saved', { name }));
    ask(undefined);
    setReason('');
  };
  const choose = (score: Score) => {
    if (score === cell.settled?.score) return ask(undefined);
    const unanimous = cell.distribution[score] === cell.answers.length && cell.settled === null;
    if (unanimous) void save(score).catch(() => undefined);
    else ask(score);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') ask(undefined);
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && asked !== undefined && reason.trim())
      void save(asked).catch(() => undefined);
  };
  return (
    <Stack gap="xs" data-screen-only>
      <div className={classes['scores']} role="group" aria-label={t('settle.score', { name })}>
        {scores.map((score) => (
          <button
            key={score}
            type="button"
            aria-pressed={(asked ?? cell.settled?.score) === score}
            title={t('settle.as', { score, state: catalogue.stateName(score) })}
            aria-label={t('settle.as', { score, state: catalogue.stateName(score) })}
            disabled={settle.isPending}
            onClick={() => choose(score)}
          >
            {score}
          </button>
        ))}
      </div>
      {asked !== undefined && (
        <>
          <Textarea
            label={t('settle.reason')}
            description={t('settle.reasonHelp')}
            required
            autoFocus
            autosize
            minRows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <Group gap="xs">
            <Button
              size="compact-md"
              disabled={!reason.trim()}
              loading={settle.isPending}
              onClick={() => void save(asked).catch(() => undefined)}
            >
              {t('settle.save', { score: asked })}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => ask(undefined)}>
              {t('settle.cancel')}
            </Button>
          </Group>
        </>
      )}
      {settle.error && (
        <Alert color="red" role="alert" title={problemText(settle.error).title}>
          {problemText(settle.error).text}
        </Alert>
      )}
    </Stack>
  );
}
