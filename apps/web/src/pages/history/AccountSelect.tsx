import { useState } from 'react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRead } from '~/api/use-read';
import { t } from './texts';

interface AccountSelectProps {
  value: string | undefined;
  onChange: (accountId: string | null) => void;
}

/** One account out of thousands, found by name or code. */
export function AccountSelect({ value, onChange }: AccountSelectProps) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const found = useRead(
    '/api/t/{tenant}/accounts',
    { query: { q: q || undefined, limit: 50 } },
    { keepPrevious: true },
  );
  const chosen = useRead(
    '/api/t/{tenant}/accounts/{accountId}',
    { path: { accountId: value ?? '' } },
    { enabled: value !== undefined },
  );
  const accounts = [...(value && chosen.data ? [chosen.data] : []), ...(found.data?.items ?? [])];
  const options = new Map(accounts.map(({ id, name }) => [id, name]));
  return (
    <Select
      label={t('filter.account')}
      data={[...options].map(([id, label]) => ({ value: id, label }))}
      value={value ?? null}
      onChange={onChange}
      onSearchChange={setTyped}
      searchable
      clearable
    />
  );
}
