import { useState } from 'react';
import { Alert, Button, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useCommand } from '~/api/use-command';
import { moment, number } from '~/i18n/format';
import { announce, CategoryBadge, categoryText, ErrorState, PageSkeleton, usePeople } from '~/ui';
import { useMayChangeAccount } from '../account-access';
import { t } from '../texts';
import classes from './account.module.css';
import { Criterion } from './Criterion';
import { liveResult, missing, share } from './live-result';
import { Position } from './Position';
import { type Account, CRITERIA_VERSION, type CriteriaSet, useCriteria } from './use-account';

/** The scores by criterion; who may, chooses them here and sees at once what they come to. */
export function ScoresTab({ account }: { account: Account }) {
  const mayScore = useMayChangeAccount('portfolio.score', account.leadId);
  const version = mayScore ? CRITERIA_VERSION : (account.scoring?.criteriaVersion ?? CRITERIA_VERSION);
  const { data: criteria, error, refetch } = useCriteria(version);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!criteria) return <PageSkeleton />;
  return <Scores account={account} set={criteria} mayScore={mayScore} />;
}

interface ScoresProps {
  account: Account;
  set: CriteriaSet;
  mayScore: boolean;
}

function Scores({ account, set, mayScore }: ScoresProps) {
  const given = account.scoring;
  const [scores, setScores] = useState<Record<string, number>>(given?.scores ?? {});
  const [note, setNote] = useState(given?.note ?? '');
  const save = useCommand('put', '/api/t/{tenant}/accounts/{accountId}/scores');
  const result = liveResult(set.criteria, scores);
  const left = missing(set.criteria, scores);
  const changed = note !== (given?.note ?? '') || set.criteria.some(({ id }) => scores[id] !== given?.scores[id]);

  const submit = () => {
    if (!result) return;
    save.mutate(
      {
        path: { accountId: account.id },
        body: { criteriaVersion: set.version, scores, note },
        ifMatch: account.version,
      },
      { onSuccess: () => announce(t('score.saved', { suggested: categoryText(result.suggested) })) },
    );
  };
  return (
    <div className={classes['scores']}>
      <div>
        {mayScore && <Text c="dimmed">{t('score.lead')}</Text>}
        {(['attractiveness', 'standing'] as const).map((axis) => (
          <section key={axis} aria-label={t(`account.${axis}`)}>
            <Title order={2} size="h4" mt="md">
              {t(`score.${axis}`)}
            </Title>
            {set.criteria
              .filter((criterion) => criterion.axis === axis)
              .map((criterion) => (
                <Criterion
                  key={criterion.id}
                  criterion={criterion}
                  share={share(set.criteria, criterion)}
                  score={scores[criterion.id]}
                  onScore={mayScore ? (score) => setScores((now) => ({ ...now, [criterion.id]: score })) : undefined}
                />
              ))}
          </section>
        ))}
      </div>
      <Paper withBorder p="md" className={classes['result']} component="section" aria-label={t('score.result')}>
        <Stack gap="sm">
          <Result result={result} left={left} />
          {result && <Position {...result} category={result.suggested} />}
          {mayScore ? (
            <Textarea
              label={t('score.note')}
              description={t('score.noteHelp')}
              autosize
              minRows={2}
              maxLength={4000}
              value={note}
              onChange={({ currentTarget }) => setNote(currentTarget.value)}
            />
          ) : (
            given?.note && <Text size="sm">{given.note}</Text>
          )}
          {save.error && (
            <Alert color="red" role="alert">
              {save.error.title}
            </Alert>
          )}
          {mayScore && (
            <Button onClick={submit} loading={save.isPending} disabled={!result || !changed}>
              {t('score.save')}
            </Button>
          )}
          <Scored account={account} />
        </Stack>
      </Paper>
    </div>
  );
}

function Result({ result, left }: { result: ReturnType<typeof liveResult>; left: number }) {
  return (
    <div aria-live="polite">
      {result ? (
        <>
          <Text>
            {t('account.attractiveness')} <b>{number(result.attractiveness)}</b>, {t('account.standing')}{' '}
            <b>{number(result.standing)}</b>
          </Text>
          <Text component="div">
            {t('score.suggests')} <CategoryBadge category={result.suggested} />
          </Text>
        </>
      ) : (
        <Text c="dimmed">{t('score.missing', { n: left })}</Text>
      )}
    </div>
  );
}

function Scored({ account: { scoring } }: { account: Account }) {
  const people = usePeople();
  if (!scoring) return null;
  const { scoredAt, scoredBy, criteriaVersion: version } = scoring;
  return (
    <Text size="xs" c="dimmed">
      {t('score.scored', { moment: moment(scoredAt), person: people.get(scoredBy) ?? scoredBy, version })}
    </Text>
  );
}
