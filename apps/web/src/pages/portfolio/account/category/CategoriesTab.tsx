import { useState } from 'react';
import { Anchor, Badge, Group, Stack, Text, TextInput } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { TenantLink } from '~/app/TenantLink';
import { useAsAt } from '~/app/as-at';
import { useCanChange } from '~/app/tenant';
import { day } from '~/i18n/format';
import { CategoryBadge, EmptyState, ErrorState, PageSkeleton } from '~/ui';
import { t } from '../../texts';
import classes from '../account.module.css';
import { AccountResources } from './AccountResources';
import { CorrectionForm } from './CorrectionForm';
import { DecisionFacts } from './DecisionFacts';
import { Exits } from './Exits';
import { PastMoves } from './PastMoves';
import type { Account, Decision } from '../use-account';

/** The complete history of the category, newest first; asked for a day in the business, as known at the page's moment. */
export function CategoriesTab({ account }: { account: Account }) {
  const asAt = useAsAt();
  const today = (asAt ?? new Date().toISOString()).slice(0, 10);
  const [on, setOn] = useAddressState('on', today);
  const { data, error, refetch } = useRead(
    '/api/t/{tenant}/accounts/{accountId}/categories',
    { path: { accountId: account.id }, query: { on } },
    { keepPrevious: true },
  );
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  if (data.decisions.length === 0) {
    return <EmptyState title={t('history.none')} text={t('history.noneText')} />;
  }
  return (
    <Stack>
      <Exits account={account} />
      <AccountResources accountId={account.id} />
      <Group justify="space-between" align="end">
        <Text c="dimmed">{t('history.lead', { n: data.decisions.length })}</Text>
        <TextInput
          type="date"
          label={t('history.on')}
          value={on}
          onChange={({ currentTarget }) => currentTarget.value && setOn(currentTarget.value)}
          data-screen-only
        />
      </Group>
      {data.inForce === null && <Text>{t('history.noneInForce', { day: day(data.on) })}</Text>}
      <ol className={classes['timeline']} reversed>
        {[...data.decisions].reverse().map((decision) => (
          <TimelineEntry
            key={decision.id}
            accountId={account.id}
            decision={decision}
            inForceOn={decision.id === data.inForce ? data.on : undefined}
          />
        ))}
      </ol>
      <PastMoves accountId={account.id} />
    </Stack>
  );
}

interface EntryProps {
  accountId: string;
  decision: Decision;
  inForceOn?: string;
}

function TimelineEntry({ accountId, decision, inForceOn }: EntryProps) {
  const mayCorrect = useCanChange('portfolio.recategorise');
  const [correcting, setCorrecting] = useState(false);
  return (
    <li className={classes['decision']} data-in-force={inForceOn ? '' : undefined}>
      <div className={classes['move']}>
        <CategoryBadge category={decision.from} /> <span aria-hidden>→</span> <CategoryBadge category={decision.to} />
        {inForceOn && <Badge variant="light">{t('history.inForce', { day: day(inForceOn) })}</Badge>}
      </div>
      <DecisionFacts decision={decision} />
      <Text size="sm" mt="xs" data-screen-only>
        <TenantLink to={`portfolio/${accountId}?asAt=${encodeURIComponent(decision.recordedAt)}`}>
          {t('history.asKnown')}
        </TenantLink>
        {mayCorrect && (
          <>
            {' · '}
            <Anchor component="button" type="button" size="sm" onClick={() => setCorrecting(true)}>
              {t('correct.open')}
            </Anchor>
          </>
        )}
      </Text>
      {correcting && <CorrectionForm accountId={accountId} decision={decision} onClose={() => setCorrecting(false)} />}
    </li>
  );
}
