import { useState } from 'react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRead } from '~/api/use-read';
import { t } from '../texts';

interface ParentSelectProps {
  value?: string | null;
  onChange?: (value: string | null) => void;
  error?: React.ReactNode;
  /** Where another account than the parent is asked for. */
  label?: string;
  description?: React.ReactNode;
  /** The account itself, which cannot be its own parent, and the parent it has. */
  accountId?: string;
  present?: { id: string; name: string };
}

/** One of the accounts, found by name or code. */
export function ParentSelect(props: ParentSelectProps) {
  const { value, onChange, error, accountId, present } = props;
  const { label = t('account.parent'), description = t('account.parentHelp') } = props;
  const [search, setSearch] = useState('');
  const [q] = useDebouncedValue(search, 200);
  const { data } = useRead(
    '/api/t/{tenant}/accounts',
    { query: { q: q || undefined, limit: 20 } },
    { keepPrevious: true },
  );
  const found = (data?.items ?? []).map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` }));
  const known =
    present && found.every(({ value }) => value !== present.id) ? [{ value: present.id, label: present.name }] : [];
  return (
    <Select
      label={label}
      description={description}
      placeholder={t('account.none')}
      data={[...known, ...found].filter(({ value }) => value !== accountId)}
      filter={({ options }) => options}
      searchable
      clearable
      searchValue={search}
      onSearchChange={setSearch}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
