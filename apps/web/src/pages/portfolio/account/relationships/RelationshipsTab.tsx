import { NumberInput, Stack, Text } from '@mantine/core';
import { TenantLink } from '~/app/TenantLink';
import { EmptyState, ErrorState, PageSkeleton, usePeople } from '~/ui';
import { useMayChangeAccount } from '../../account-access';
import type { Account } from '../use-account';
import { findingsSentence } from './findings-sentence';
import { LevelSection } from './LevelSection';
import { MapSection } from './MapSection';
import { OrganisationChart } from './OrganisationChart';
import { t } from './texts';
import { useRelationships, useSilentDays } from './use-relationships';
import { WhiteSpaceSection } from './WhiteSpaceSection';

/** Do we know the right people there, well enough, and with more than one pair of hands? */
export function RelationshipsTab({ account }: { account: Account }) {
  const [silentDays, setSilentDays] = useSilentDays();
  const { data: map, error, refetch } = useRelationships(account.id, silentDays);
  const people = usePeople();
  const mayChange = useMayChangeAccount('portfolio.know', account.leadId);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!map) return <PageSkeleton />;
  const toContacts = <TenantLink to={`portfolio/${account.id}?tab=contacts`}>{t('toContacts')}</TenantLink>;
  const shared = { accountId: account.id, mayChange };
  return (
    <Stack gap="xl">
      {map.contacts.length === 0 ? (
        <EmptyState title={t('none')} text={t('noneText')} action={toContacts} />
      ) : (
        <>
          <Text maw="72ch">{findingsSentence(map, people)}</Text>
          <NumberInput
            label={t('silentDays')}
            description={t('silentDaysHelp')}
            min={1}
            max={3_650}
            allowDecimal={false}
            clampBehavior="strict"
            maw={280}
            data-screen-only
            value={map.silentDays}
            onChange={(days) => setSilentDays(typeof days === 'number' && days !== 90 ? days : undefined)}
          />
          <MapSection {...shared} contacts={map.contacts} gaps={map.findings.gaps} />
          <OrganisationChart {...shared} contacts={map.contacts} />
        </>
      )}
      <LevelSection {...shared} levels={map.levels} />
      <WhiteSpaceSection {...shared} />
    </Stack>
  );
}
