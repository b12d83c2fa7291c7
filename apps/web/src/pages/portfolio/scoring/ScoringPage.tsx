import { useParams } from 'react-router';
import { usePages } from '~/api/use-pages';
import { useAddressState } from '~/app/address-state';
import { TenantLink } from '~/app/TenantLink';
import { useTenantMe } from '~/app/tenant';
import { EmptyState, ErrorState, Page, PageSkeleton } from '~/ui';
import { useRound } from '../rounds/use-round';
import classes from './Scoring.module.css';
import { SheetPanel } from './SheetPanel';
import { t } from './texts';

/** What do I say of the accounts that are mine to score, and what do the others say? */
export default function ScoringPage() {
  const { roundId } = useParams() as { roundId: string };
  const { person } = useTenantMe();
  const [account, choose] = useAddressState('account');
  const { data: round, error, refetch } = useRound(roundId);
  const path = { roundId };
  const { items: waiting } = usePages('/api/t/{tenant}/rounds/{roundId}/accounts', {
    path,
    query: { waitingFor: person.id, limit: 200 },
  });
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!round || !waiting) return <PageSkeleton />;
  const mine = round.scorers.some(({ scorerId }) => scorerId === person.id);
  const shown = account || waiting[0]?.id;
  const next = waiting.find(({ id }) => id !== shown)?.id;
  return (
    <Page
      title={t('queueTitle', { name: round.name })}
      above={<TenantLink to={`portfolio/rounds/${roundId}`}>{t('round', { name: round.name })}</TenantLink>}
      answer={waiting.length > 0 ? t('left', { n: waiting.length }) : mine ? t('done') : undefined}
    >
      <div className={waiting.length > 0 ? classes['columns'] : undefined}>
        {waiting.length > 0 && (
          <nav aria-label={t('queue')} className={classes['queue']} data-screen-only>
            <ul>
              {waiting.map(({ id, name }) => (
                <li key={id}>
                  <TenantLink
                    to={`portfolio/rounds/${roundId}/score?account=${id}`}
                    aria-current={id === shown ? 'page' : undefined}
                  >
                    {name}
                  </TenantLink>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {shown ? (
          <SheetPanel key={shown} accountId={shown} roundId={roundId} onGiven={() => choose(next ?? shown)} />
        ) : (
          <EmptyState
            title={mine ? t('done') : t('notYours')}
            text={t('doneText')}
            action={<TenantLink to={`portfolio/rounds/${roundId}`}>{t('toRound')}</TenantLink>}
          />
        )}
      </div>
    </Page>
  );
}
