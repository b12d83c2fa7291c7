import { List, Text } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { useTenantMe } from '~/app/tenant';
import { day, money, number } from '~/i18n/format';
import type { ResourceLine } from './resource-draft';
import { t } from './texts';

/** What is to move with a proposed move, and when it is checked. */
export function ResourceList({ lines, checkOn }: { lines: readonly ResourceLine[]; checkOn: string | null }) {
  const { currency } = useTenantMe().tenant;
  if (lines.length === 0) return null;
  return (
    <div>
      <Text size="sm">{t('resource.moves')}</Text>
      <List size="sm">
        {lines.map(({ kind, amount, from, to }, index) => (
          <List.Item key={index}>
            {amountText(kind, amount, currency)}: <Place id={from} /> → <Place id={to} />
          </List.Item>
        ))}
      </List>
      {checkOn && <Text size="sm">{t('resource.checked', { day: day(checkOn) })}</Text>}
    </div>
  );
}

export const amountText = (kind: ResourceLine['kind'], amount: number, currency: string): string =>
  t(`amount.${kind}`, { n: amount, amount: kind === 'money' ? money(amount, currency) : number(amount) });

function Place({ id }: { id: string }) {
  const { data } = useRead(
    '/api/t/{tenant}/accounts/{accountId}',
    { path: { accountId: id } },
    { enabled: id !== 'pool' },
  );
  return <>{id === 'pool' ? t('resource.thePool') : (data?.name ?? '…')}</>;
}
