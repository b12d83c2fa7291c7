import { Fragment, type ReactNode } from 'react';
import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { TenantLink } from '~/app/TenantLink';
import { useTenantMe } from '~/app/tenant';
import { money, number } from '~/i18n/format';
import { Moment, PersonName } from '~/ui';
import { countryName } from '../accounts/countries';
import { HealthCard } from '../health/HealthCard';
import { t } from '../texts';
import classes from './account.module.css';
import { Entitlement } from './category/Entitlement';
import { DecisionFacts } from './category/DecisionFacts';
import { Position } from './Position';
import type { Account } from './use-account';

/** The facts, the position and the decision in force. */
export function OverviewTab({ account }: { account: Account }) {
  const { data: history } = useRead('/api/t/{tenant}/accounts/{accountId}/categories', {
    path: { accountId: account.id },
  });
  const latest = history?.decisions.at(-1);
  const { attractiveness, standing, category } = account;
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md">
        <Card title={t('overview.facts')}>
          <Facts account={account} />
        </Card>
        <Card title={t('overview.position')}>
          {attractiveness === null || standing === null ? (
            <Text size="sm">
              {t('overview.notScored')}{' '}
              <TenantLink to={`portfolio/${account.id}?tab=scores`}>{t('overview.score')}</TenantLink>
            </Text>
          ) : (
            <Position {...{ attractiveness, standing, category }} />
          )}
        </Card>
        <Card title={t('overview.decision')}>
          {latest ? <DecisionFacts decision={latest} /> : <Text size="sm">{t('overview.noDecision')}</Text>}
        </Card>
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <HealthCard accountId={account.id} />
        <Entitlement accountId={account.id} />
      </SimpleGrid>
    </Stack>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}

/** The accounts above or below in the customer's group. */
function Accounts({ accounts }: { accounts: Account['related'] }) {
  if (accounts.length === 0) return '–';
  return accounts.map(({ id, name }, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      <TenantLink to={`portfolio/${id}`}>{name}</TenantLink>
    </Fragment>
  ));
}

function Facts({ account }: { account: Account }) {
  const { currency } = useTenantMe().tenant;
  const { data: divisions } = useRead('/api/t/{tenant}/divisions');
  const names = new Map(divisions?.items.map(({ id, name }) => [id, name]));
  const facts: [string, ReactNode][] = [
    [t('account.industry'), account.industry || '–'],
    [t('account.countries'), account.countries.map(countryName).join(', ') || '–'],
    [t('account.divisions'), account.divisionIds.map((id) => names.get(id) ?? '…').join(', ') || t('account.none')],
    [t('account.lead'), account.leadId ? <PersonName id={account.leadId} /> : t('account.nobody')],
    [t('account.sponsor'), account.sponsorId ? <PersonName id={account.sponsorId} /> : t('account.nobody')],
    [t('account.potential'), account.potential === null ? '–' : money(account.potential, currency)],
    [t('account.growth'), account.growth === null ? '–' : `${number(account.growth)} %`],
    [t('account.parent'), <Accounts key="parent" accounts={account.related.filter(({ parent }) => parent)} />],
    [t('account.below'), <Accounts key="below" accounts={account.related.filter(({ child }) => child)} />],
    [t('account.sites'), account.sites.join(', ') || '–'],
    [t('account.crmId'), account.crmId ?? '–'],
    [t('account.duns'), account.duns ?? '–'],
    [t('account.vat'), account.vat ?? '–'],
    [t('overview.registered'), <Moment key="registered" at={account.registeredAt} />],
  ];
  return (
    <dl className={classes['facts']}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
