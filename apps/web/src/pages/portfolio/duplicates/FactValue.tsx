import { useRead } from '~/api/use-read';
import { useTenantMe } from '~/app/tenant';
import { money } from '~/i18n/format';
import { RecordedValue } from '~/ui';
import { countryName } from '../accounts/countries';
import type { Fact } from './merge';

/** A fact of an account in words. */
export function FactValue({ fact, value }: { fact: Fact['fact']; value: unknown }) {
  const { currency } = useTenantMe().tenant;
  if (value !== null && (fact === 'spend' || fact === 'potential')) return money(Number(value), currency);
  if (fact === 'countries' && Array.isArray(value)) return value.map(String).map(countryName).join(', ') || '–';
  if (fact === 'parentId' && typeof value === 'string') return <AccountName id={value} />;
  return <RecordedValue value={value} />;
}

function AccountName({ id }: { id: string }) {
  const { data } = useRead('/api/t/{tenant}/accounts/{accountId}', { path: { accountId: id } });
  return data ? `${data.name} (${data.code})` : '…';
}
