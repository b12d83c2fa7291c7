import { Group, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { TenantLink } from '~/app/TenantLink';
import { CategoryBadge } from '~/ui';
import { t as portfolio } from '../texts';
import { FactValue } from './FactValue';
import classes from './duplicates.module.css';
import type { Fact, Keeps, Preview } from './merge';
import { t } from './texts';

const labels: Record<Fact['fact'], Parameters<typeof portfolio>[0]> = {
  name: 'account.name',
  industry: 'account.industry',
  countries: 'account.countries',
  divisionIds: 'account.divisions',
  leadId: 'account.lead',
  sponsorId: 'account.sponsor',
  spend: 'account.spend',
  potential: 'account.potential',
  growth: 'account.growth',
  parentId: 'account.parent',
  sites: 'account.sites',
  crmId: 'account.crmId',
  duns: 'account.duns',
  vat: 'account.vat',
};

interface ComparedProps {
  preview: Preview;
  keep: Keeps;
  onKeep: (fact: Fact['fact'], keeps: Fact['suggested']) => void;
  scores: 'survivor' | 'merged';
  onScores: (scores: 'survivor' | 'merged') => void;
}

/** The two accounts fact by fact, with the choice of what stays where they differ. */
export function Compared({ preview, keep, onKeep, scores, onScores }: ComparedProps) {
  const { merged, survivor, facts } = preview;
  const differing = facts.filter(({ differs }) => differs);
  const same = facts.length - differing.length;
  return (
    <Stack gap="md">
      <div className={classes['sides']}>
        <Side account={merged} goes to={`portfolio/${survivor.id}/merge?into=${merged.id}`} />
        <Side account={survivor} />
      </div>
      <Stack gap="xs" component="section" aria-label={t('merge.facts')}>
        <Title order={2} size="h4">
          {t('merge.facts')}
        </Title>
        <Text size="sm" c="dimmed">
          {differing.length === 0 ? t('merge.allAgree') : t('merge.agree', { n: same })}
        </Text>
        {differing.map((fact) => (
          <Choice
            key={fact.fact}
            label={portfolio(labels[fact.fact])}
            value={keep[fact.fact] ?? 'survivor'}
            onChange={(keeps) => onKeep(fact.fact, keeps)}
            options={[
              {
                value: 'survivor',
                account: survivor.name,
                shows: <FactValue fact={fact.fact} value={fact.survivor} />,
              },
              { value: 'merged', account: merged.name, shows: <FactValue fact={fact.fact} value={fact.merged} /> },
              ...(fact.both
                ? [{ value: 'both' as const, account: t(Array.isArray(fact.merged) ? 'keep.both' : 'keep.sum') }]
                : []),
            ]}
          />
        ))}
        {merged.scored && (
          <Choice
            label={t('merge.scores')}
            value={scores}
            onChange={(chosen) => onScores(chosen === 'merged' ? 'merged' : 'survivor')}
            options={[
              { value: 'survivor', account: survivor.name },
              { value: 'merged', account: merged.name },
            ]}
          />
        )}
        <Text size="sm" c="dimmed">
          {t('merge.scoresText')}
        </Text>
      </Stack>
    </Stack>
  );
}

function Side({ account, goes = false, to }: { account: Preview['merged']; goes?: boolean; to?: string }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={account.name}>
      <Text size="sm" c="dimmed">
        {t(goes ? 'merge.goes' : 'merge.stays')}
      </Text>
      <Group gap="xs">
        <TenantLink to={`portfolio/${account.id}`} fw={600} display="inline-block" py={2}>
          {account.name}
        </TenantLink>
        <CategoryBadge category={account.category} />
        <Text size="sm">{account.code}</Text>
      </Group>
      {to && (
        <TenantLink to={to} size="sm" display="inline-block" mt={4} py={4}>
          {t('merge.swap', { name: account.name })}
        </TenantLink>
      )}
    </Paper>
  );
}

interface ChoiceProps {
  label: string;
  value: Fact['suggested'];
  onChange: (keeps: Fact['suggested']) => void;
  options: readonly { value: Fact['suggested']; account: string; shows?: React.ReactNode }[];
}

function Choice({ label, value, onChange, options }: ChoiceProps) {
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(chosen) => onChange(chosen as Fact['suggested'])}
      className={classes['choice']}
    >
      <div className={classes['options']}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            label={
              <>
                {option.shows && <span className={classes['value']}>{option.shows}</span>}
                <Text span size={option.shows ? 'xs' : 'sm'} c={option.shows ? 'dimmed' : undefined}>
                  {option.account}
                </Text>
              </>
            }
          />
        ))}
      </div>
    </Radio.Group>
  );
}
