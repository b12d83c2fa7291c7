import { Text } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { day } from '~/i18n/format';
import type { Category } from '~/theme/tones';
import { categoryText } from '~/ui';
import { t } from '../../texts';
import { isKey } from './direction';
import type { Account } from '../use-account';

/** What the decision will do, in numbers, before it is made. */
export function CategoryEffect({ account, to, effectiveOn }: { account: Account; to: Category; effectiveOn: string }) {
  const { data: summary } = useRead('/api/t/{tenant}/portfolio/summary');
  const move = {
    name: account.name,
    from: categoryText(account.category),
    to: categoryText(to),
    day: effectiveOn ? day(effectiveOn) : '…',
  };
  return (
    <>
      <Text size="sm">
        {t(account.categoryEffectiveOn === null ? 'categorise.effect' : 'recategorise.effect', move)}
      </Text>
      {to === 'not-key' && account.categoryEffectiveOn !== null && <Text size="sm">{t('effect.deselect')}</Text>}
      {summary && <Capacity before={summary.keyAccounts} capacity={summary.capacity} change={change(account, to)} />}
    </>
  );
}

const change = ({ category }: Account, to: Category) => Number(isKey(to)) - Number(isKey(category));

function Capacity({ before, capacity, change }: { before: number; capacity: number | null; change: number }) {
  const after = before + change;
  return (
    <Text size="sm">
      {capacity === null ? t('effect.count', { before, after }) : t('effect.capacity', { before, after, capacity })}{' '}
      {capacity !== null && after > capacity && change > 0 && t('effect.over')}
    </Text>
  );
}
