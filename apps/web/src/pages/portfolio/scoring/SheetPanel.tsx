import { useState } from 'react';
import { Button, Text, Title } from '@mantine/core';
import { TenantLink } from '~/app/TenantLink';
import { useCanChange, useTenantMe } from '~/app/tenant';
import { CategoryBadge, ErrorState, PageSkeleton } from '~/ui';
import { MergedSaid } from './MergedSaid';
import { OwnScores } from './OwnScores';
import { Said } from './Said';
import { t } from './texts';
import { type Sheet, useSheet } from './use-sheet';

interface SheetPanelProps {
  accountId: string;
  roundId?: string;
  /** After the own scores were recorded. */
  onGiven?: () => void;
}

/** One account as its scorers see it: the own scores first, then what the others say, then what is agreed. */
export function SheetPanel({ accountId, roundId, onGiven }: SheetPanelProps) {
  const { data: sheet, error, refetch } = useSheet(accountId, roundId);
  const mayScore = useMayScore(sheet);
  const [changing, setChanging] = useState(false);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!sheet) return <PageSkeleton />;
  const { name, category, assigned, givenBy, blind, own, given } = sheet;
  const form = mayScore && (!own || changing);
  return (
    <section aria-label={name}>
      <Title order={2} size="h3">
        <TenantLink to={`portfolio/${accountId}`} c="inherit">
          {name}
        </TenantLink>
      </Title>
      <Text c="dimmed" size="sm" component="div" mb="sm">
        <CategoryBadge category={category} /> · {t('givenBy', { n: givenBy.length })}{' '}
        {assigned && t('ofAssigned', { n: assigned.length })}
        {blind && <> · {mayScore ? t('blind') : t('blind.reader')}</>}
      </Text>
      {form && (
        <OwnScores
          sheet={sheet}
          onGiven={() => {
            setChanging(false);
            onGiven?.();
          }}
        />
      )}
      {mayScore && own && !changing && (
        <Button variant="default" size="compact-md" mb="md" onClick={() => setChanging(true)} data-screen-only>
          {t('again')}
        </Button>
      )}
      {!form && given.length > 0 && <Said sheet={sheet} />}
      <MergedSaid sheet={sheet} />
    </section>
  );
}

/** Hides what the API would refuse: in a round whoever is not assigned, what is settled, what is closed. */
function useMayScore(sheet: Sheet | undefined): boolean {
  const { person } = useTenantMe();
  const can = useCanChange('portfolio.score-own');
  if (!can || !sheet) return false;
  const { assigned, round, settled } = sheet;
  if (round && (round.state === 'closed' || settled)) return false;
  return assigned === null || assigned.includes(person.id);
}
