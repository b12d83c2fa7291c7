import { useState } from 'react';
import { Alert, Button, Text, Textarea, Title } from '@mantine/core';
import { useCommand } from '~/api/use-command';
import { number } from '~/i18n/format';
import { announce, suggestionText } from '~/ui';
import { problemText } from '~/ui/problem-text';
import { Criterion } from '../account/Criterion';
import { liveResult, missing, share } from '../account/live-result';
import { axes } from '../criteria/use-criteria';
import { fedText } from './fed-text';
import classes from './Scoring.module.css';
import { t } from './texts';
import type { AskedCriterion, Sheet } from './use-sheet';

/** The own scores, criterion by criterion, with what supports them; figures of the account are filled in. */
export function OwnScores({ sheet, onGiven }: { sheet: Sheet; onGiven: () => void }) {
  const { accountId, name, round, own } = sheet;
  const { criteria, version } = sheet.criteria;
  const [scores, setScores] = useState<Readonly<Record<string, number>>>(() => ({
    ...fedScores(criteria),
    ...own?.scores,
  }));
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>(own?.notes ?? {});
  const give = useCommand('put', '/api/t/{tenant}/accounts/{accountId}/scorings/own');
  const result = liveResult(criteria, scores);
  const submit = async () => {
    const where = round ? { roundId: round.id } : { criteriaVersion: version ?? undefined };
    await give.mutateAsync({ path: { accountId }, body: { ...where, scores, notes } });
    announce(t('saved', { name }));
    onGiven();
  };
  return (
    <>
      <Text c="dimmed" size="sm">
        {t('own.lead')}
      </Text>
      {axes.map((axis) => (
        <section key={axis} aria-label={t(axis)}>
          <Title order={3} size="h4" mt="md">
            {t(axis)}
          </Title>
          {criteria
            .filter((criterion) => criterion.axis === axis)
            .map((criterion) => (
              <div key={criterion.id} className={classes['criterion']}>
                <Criterion
                  criterion={{ ...criterion, spend: false, fed: undefined }}
                  share={share(criteria, criterion)}
                  score={scores[criterion.id]}
                  onScore={(score) => setScores((now) => ({ ...now, [criterion.id]: score }))}
                />
                {criterion.fed && <Text size="sm">{fedText(criterion.fed)}</Text>}
                <Textarea
                  size="xs"
                  label={typedOver(criterion, scores) ? t('note.fed') : t('note')}
                  required={typedOver(criterion, scores)}
                  autosize
                  maxLength={4000}
                  value={notes[criterion.id] ?? ''}
                  onChange={({ currentTarget: { value } }) => setNotes((now) => ({ ...now, [criterion.id]: value }))}
                />
              </div>
            ))}
        </section>
      ))}
      <div className={classes['save']} data-screen-only>
        <Text size="sm" aria-live="polite">
          {result
            ? t('comes', {
                attractiveness: number(result.attractiveness),
                standing: number(result.standing),
                suggested: suggestionText(result.suggested),
              })
            : t('missing', { n: missing(criteria, scores) })}
        </Text>
        <Button onClick={() => void submit().catch(() => undefined)} loading={give.isPending} disabled={!result}>
          {t('save')}
        </Button>
        {give.error && (
          <Alert color="red" role="alert" title={problemText(give.error).title}>
            {problemText(give.error).text}
          </Alert>
        )}
      </div>
    </>
  );
}

const fedScores = (criteria: readonly AskedCriterion[]): Record<string, number> =>
  Object.fromEntries(criteria.flatMap(({ id, fed }) => (fed ? [[id, fed.score]] : [])));

const typedOver = ({ id, fed }: AskedCriterion, scores: Readonly<Record<string, number>>): boolean =>
  fed !== null && scores[id] !== undefined && scores[id] !== fed.score;
