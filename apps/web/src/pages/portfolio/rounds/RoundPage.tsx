import { Alert, Badge, Button } from '@mantine/core';
import { useParams } from 'react-router';
import { useCommand } from '~/api/use-command';
import { TenantLink } from '~/app/TenantLink';
import { useCanChange, useTenantMe } from '~/app/tenant';
import { day } from '~/i18n/format';
import { announce, Day, ErrorState, Page, PageSkeleton } from '~/ui';
import { AccountsTab } from './AccountsTab';
import { MovementTab } from './MovementTab';
import { RoundActions } from './RoundActions';
import { ScorersTab } from './ScorersTab';
import { t } from './texts';
import { type Round, settledOf, useRound } from './use-round';

/** How far is the round, and what does it move? */
export default function RoundPage() {
  const { roundId } = useParams() as { roundId: string };
  const { data: round, error, refetch } = useRound(roundId);
  const { person } = useTenantMe();
  const mayScore = useCanChange('portfolio.score-own');
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!round) return <PageSkeleton />;
  const own = round.scorers.find(({ scorerId }) => scorerId === person.id);
  return (
    <Page
      title={round.name}
      above={<TenantLink to="portfolio/rounds">{t('title')}</TenantLink>}
      state={
        <Badge variant="light" color={round.state === 'open' ? 'blue' : 'gray'}>
          {t(`state.${round.state}`)}
        </Badge>
      }
      subject={{ type: 'round', id: roundId }}
      answer={answer(round)}
      facts={[
        { label: t('due'), value: <Day on={round.dueOn} /> },
        { label: t('criteria'), value: <Criteria round={round} /> },
        { label: t('scorers'), value: round.scorers.length },
      ]}
      actions={
        <>
          {own && mayScore && round.state === 'open' && (
            <TenantLink to={`portfolio/rounds/${roundId}/score`}>{t('score')}</TenantLink>
          )}
          <RoundActions round={round} />
        </>
      }
      tabs={[
        { id: 'accounts', label: t('tab.accounts'), content: <AccountsTab round={round} /> },
        { id: 'scorers', label: t('tab.scorers'), content: <ScorersTab round={round} /> },
        { id: 'movement', label: t('tab.movement'), content: <MovementTab round={round} /> },
      ]}
    >
      <Unplaced round={round} />
      <OverCapacity {...round.capacity} />
    </Page>
  );
}

function answer(round: Round): string {
  const { counts, state, dueOn, closedAt } = round;
  const late = state === 'open' && dueOn < new Date().toISOString().slice(0, 10);
  return [
    t('progress', { n: counts.accounts, settled: settledOf(round) }),
    counts.move > 0 && t('waiting', { n: counts.move }),
    late && t('overdue', { day: day(dueOn) }),
    closedAt && t('closedOn', { day: day(closedAt) }),
  ]
    .filter(Boolean)
    .join(' ');
}

function Criteria({ round: { criteriaVersion: version, criteriaName } }: { round: Round }) {
  if (version === null) return <TenantLink to="portfolio/criteria?tab=draft">{t('criteriaDraft')}</TenantLink>;
  return (
    <TenantLink to={`portfolio/criteria?version=${version}`}>
      {t('version', { version })}, {criteriaName}
    </TenantLink>
  );
}

/** Settled under a draft, or interrupted on the way into the matrix. */
function Unplaced({ round: { id, unplaced, criteriaVersion } }: { round: Round }) {
  const place = useCommand('post', '/api/t/{tenant}/rounds/{roundId}/placement');
  const mayPlace = useCanChange('portfolio.settle');
  if (unplaced === 0) return null;
  const onPlace = async () => {
    await place.mutateAsync({ path: { roundId: id }, body: undefined as never });
    announce(t('unplaced.done'));
  };
  return (
    <Alert color="blue" mb="md">
      {t('unplaced', { n: unplaced })} {criteriaVersion === null && t('unplaced.draft')}
      {criteriaVersion !== null && mayPlace && (
        <Button
          size="compact-sm"
          ml="sm"
          onClick={() => void onPlace().catch(() => undefined)}
          loading={place.isPending}
        >
          {t('unplaced.place')}
        </Button>
      )}
    </Alert>
  );
}

function OverCapacity({ capacity, proposed }: Round['capacity']) {
  if (capacity === null || proposed <= capacity) return null;
  return (
    <Alert color="yellow" mb="md" role="status">
      {t('over.now', { n: proposed - capacity })}
    </Alert>
  );
}
