import { useState } from 'react';
import { Alert, Button, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useCommand } from '~/api/use-command';
import { TenantLink } from '~/app/TenantLink';
import { moment, number } from '~/i18n/format';
import {
  announce,
  ErrorState,
  PageSkeleton,
  suggestedCategory,
  SuggestionBadge,
  suggestionText,
  usePeople,
} from '~/ui';
import { useMayChangeAccount } from '../account-access';
import { ScoreStanding } from '../criteria/ScoreStanding';
import { fedText } from '../scoring/fed-text';
import { t as scoringTexts } from '../scoring/texts';
import { useSheet } from '../scoring/use-sheet';
import { t as criteriaTexts } from '../criteria/texts';
import { useCriteriaSets } from '../criteria/use-criteria';
import { t } from '../texts';
import classes from './account.module.css';
import { Criterion } from './Criterion';
import { liveResult, missing, share } from './live-result';
import { Position } from './Position';
import { type Account, type CriteriaSet, useCriteria } from './use-account';

/** The scores by criterion; who may, chooses them here and sees at once what they come to. */
export function ScoresTab({ account }: { account: Account }) {
  const mayScore = useMayChangeAccount('portfolio.score', account.leadId);
  const sets = useCriteriaSets();
  const inForce = sets.data?.inForce;
  const version = mayScore ? inForce : (account.scoring?.criteriaVersion ?? inForce);
  const { data: criteria, error, refetch } = useCriteria(version);
  const problem = sets.error ?? error;
  if (problem) return <ErrorState problem={problem} onRetry={() => void (sets.error ? sets.refetch() : refetch())} />;
  if (!criteria) return <PageSkeleton />;
  return (
    <>
      <Scores key={criteria.version} account={account} set={criteria} mayScore={mayScore} />
      {account.scoring && <ScoreStanding accountId={account.id} />}
    </>
  );
}

interface ScoresProps {
  account: Account;
  set: CriteriaSet;
  mayScore: boolean;
}

function Scores({ account, set, mayScore }: ScoresProps) {
  const given = account.scoring;
  const fed = useFed(account.id);
  const [chosen, setScores] = useState(() => scoresFor(set, given?.scores ?? {}));
  const scores = { ...chosen, ...scoresOf(fed) };
  const [note, setNote] = useState(given?.note ?? '');
  const save = useCommand('put', '/api/t/{tenant}/accounts/{accountId}/scores');
  const result = liveResult(set.criteria, scores);
  const left = missing(set.criteria, scores);
  const otherVersion = given && given.criteriaVersion !== set.version;
  const changed =
    otherVersion || note !== (given?.note ?? '') || set.criteria.some(({ id }) => scores[id] !== given?.scores[id]);

  const unsaved = note !== (given?.note ?? '') || set.criteria.some(({ id }) => chosen[id] !== given?.scores[id]);

  const submit = () => {
    if (!result) return;
    save.mutate(
      {
        path: { accountId: account.id },
        body: { criteriaVersion: set.version, scores, note },
        ifMatch: account.version,
      },
      { onSuccess: () => announce(t('score.saved', { suggested: suggestionText(result.suggested) })) },
    );
  };
  return (
    <div className={classes['scores']} data-unsaved={(mayScore && unsaved) || undefined}>
      <div>
        {mayScore && <Text c="dimmed">{t('score.lead')}</Text>}
        {mayScore && otherVersion && (
          <Alert mt="sm">{criteriaTexts('score.under', { then: given.criteriaVersion, now: set.version })}</Alert>
        )}
        {(['attractiveness', 'standing'] as const).map((axis) => (
          <section key={axis} aria-label={t(`account.${axis}`)}>
            <Title order={2} size="h4" mt="md">
              {t(`score.${axis}`)}
            </Title>
            {set.criteria
              .filter((criterion) => criterion.axis === axis)
              .map((criterion) => {
                const fact = fed[criterion.id];
                const choose = (score: number) => setScores((now) => ({ ...now, [criterion.id]: score }));
                return (
                  <div key={criterion.id}>
                    <Criterion
                      criterion={criterion}
                      share={share(set.criteria, criterion)}
                      score={scores[criterion.id]}
                      onScore={mayScore && !fact ? choose : undefined}
                    />
                    {fact && <Text size="sm">{fedText(fact)}</Text>}
                  </div>
                );
              })}
          </section>
        ))}
      </div>
      <Paper withBorder p="md" className={classes['result']} component="section" aria-label={t('score.result')}>
        <Stack gap="sm">
          <Result result={result} left={left} />
          {result && <Position {...result} category={suggestedCategory(result.suggested)} />}
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
          <TenantLink to={`portfolio/scoring/${account.id}`}>{scoringTexts('several')}</TenantLink>
        </Stack>
      </Paper>
    </div>
  );
}

type Fed = NonNullable<NonNullable<ReturnType<typeof useSheet>['data']>['criteria']['criteria'][number]['fed']>;

/** Criteria whose score follows from a fact of the account; whoever would say another score does so with others. */
function useFed(accountId: string): Readonly<Record<string, Fed>> {
  const { data } = useSheet(accountId);
  return Object.fromEntries(data?.criteria.criteria.flatMap(({ id, fed }) => (fed ? [[id, fed]] : [])) ?? []);
}

const scoresOf = (fed: Readonly<Record<string, Fed>>): Record<string, number> =>
  Object.fromEntries(Object.entries(fed).map(([id, { score }]) => [id, score]));

/** What was scored of the criteria asked now; a criterion that is gone takes no score. */
const scoresFor = ({ criteria }: CriteriaSet, given: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(criteria.flatMap(({ id }) => (given[id] === undefined ? [] : [[id, given[id]]])));

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
            {t('score.suggests')} <SuggestionBadge quadrant={result.suggested} />
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
      {t('score.scored', { moment: moment(scoredAt), person: people.get(scoredBy) ?? scoredBy, version })}{' '}
      <TenantLink to={`portfolio/criteria?version=${version}`} underline="always">
        {criteriaTexts('title')}
      </TenantLink>
    </Text>
  );
}
