import { NativeSelect, Text } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { TenantLink } from '~/app/TenantLink';
import { useDivisionScope, useTenantMe } from '~/app/tenant';
import { money, number } from '~/i18n/format';
import { categoryText, ChartFrame, type Column, ErrorState, PageSkeleton, useCategories, usePeople } from '~/ui';
import { countryName } from '../accounts/countries';
import { t as healthTexts } from '../health/texts';
import { levels } from '../health/use-more-filters';
import classes from './GroupsTab.module.css';
import { t } from './texts';

type View = ReadAnswer<'/api/t/{tenant}/portfolio/views'>;
type Group = View['groups'][number];
const cuts = ['category', 'division', 'manager', 'country', 'level', 'band'] as const;
type Cut = (typeof cuts)[number];
const bands = ['good', 'watch', 'at-risk', 'not-known'] as const;

/** The accounts in groups of the reader's choice; each group opens the list of its accounts. */
export function GroupsTab() {
  const [chosen, choose] = useAddressState('by', 'category');
  const by = cuts.find((one) => one === chosen) ?? 'category';
  const { data, error, refetch } = useRead('/api/t/{tenant}/portfolio/views', {
    query: { by, divisionId: useDivisionScope() },
  });
  const { currency } = useTenantMe().tenant;
  const nameOf = useGroupName(by);
  const { order } = useCategories();
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { accounts, keyAccounts, spend, health, atRisk } = data.total;
  const place = ({ key }: Group) => order.findIndex((category) => category === key);
  // As everywhere: the categories that deserve most first, whatever their size.
  const groups = by === 'category' ? data.groups.toSorted((a, b) => place(a) - place(b)) : data.groups;
  return (
    <>
      <NativeSelect
        label={t('by')}
        value={by}
        onChange={(event) => choose(event.currentTarget.value)}
        data={cuts.map((value) => ({ value, label: t(`by.${value}`) }))}
        maw="16rem"
        mb="md"
        data-screen-only
      />
      <ChartFrame
        title={t(`by.${by}`)}
        sentence={t('sentence', {
          accounts: number(accounts),
          key: number(keyAccounts),
          spend: money(spend, currency),
          health: health === null ? '–' : number(health),
          risk: number(atRisk),
        })}
        columns={columns(by, nameOf, currency)}
        rows={groups}
        fileName={`portfolio-by-${by}`}
      >
        <Bars by={by} groups={groups} nameOf={nameOf} />
      </ChartFrame>
      {(by === 'division' || by === 'country') && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('once')}
        </Text>
      )}
    </>
  );
}

type NameOf = (key: string) => string;
const params = {
  manager: 'lead',
  category: 'category',
  division: 'division',
  country: 'country',
  level: 'level',
  band: 'band',
};
const listOf = (by: Cut, key: string) => `portfolio/health?${params[by]}=${encodeURIComponent(key)}`;

function Bars({ by, groups, nameOf }: { by: Cut; groups: readonly Group[]; nameOf: NameOf }) {
  const most = Math.max(1, ...groups.map(({ accounts }) => accounts));
  return (
    <ul className={classes['bars']}>
      {groups.map(({ key, accounts, keyAccounts }) => (
        <li key={key} className={classes['bar']}>
          <TenantLink to={listOf(by, key)}>{nameOf(key)}</TenantLink>
          <div className={classes['track']} aria-hidden="true">
            <span style={{ width: `${(100 * accounts) / most}%` }} />
          </div>
          <Text size="sm">{t('bar', { n: accounts, key: number(keyAccounts) })}</Text>
        </li>
      ))}
    </ul>
  );
}

const columns = (by: Cut, nameOf: NameOf, currency: string): Column<Group>[] => [
  {
    id: 'group',
    header: t('group'),
    value: ({ key }) => nameOf(key),
    cell: ({ key }) => <TenantLink to={listOf(by, key)}>{nameOf(key)}</TenantLink>,
  },
  { id: 'accounts', header: t('accounts'), value: ({ accounts }) => accounts, numeric: true },
  { id: 'key', header: t('keyAccounts'), value: ({ keyAccounts }) => keyAccounts, numeric: true },
  {
    id: 'spend',
    header: t('spend'),
    value: ({ spend }) => spend,
    cell: ({ spend }) => money(spend, currency),
    numeric: true,
  },
  { id: 'health', header: t('health'), value: ({ health }) => health, numeric: true },
  { id: 'atRisk', header: t('atRisk'), value: ({ atRisk }) => atRisk, numeric: true },
];

function useGroupName(by: Cut): NameOf {
  const { data: divisions } = useRead('/api/t/{tenant}/divisions');
  const people = usePeople();
  return (key) => {
    const level = levels.find((one) => one === key);
    if (by === 'level' && level) return healthTexts(`level.${level}`);
    const band = bands.find((one) => one === key);
    if (by === 'band' && band) return healthTexts(`band.${band}`);
    if (by === 'category') return categoryText(key);
    if (key === 'none') return t('none');
    if (by === 'division') return divisions?.items.find(({ id }) => id === key)?.name ?? key;
    return by === 'country' ? countryName(key) : (people.get(key) ?? key);
  };
}
