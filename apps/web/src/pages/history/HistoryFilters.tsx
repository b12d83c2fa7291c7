import { type ReactNode, useState } from 'react';
import { Button, Group, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRead } from '~/api/use-read';
import { kindText, usePeople } from '~/ui';
import { AccountSelect } from './AccountSelect';
import classes from './history.module.css';
import { t } from './texts';
import { type FilterName, filterNames, useHistoryFilter } from './use-history-filter';

const dates = ['from', 'to', 'effectiveFrom', 'effectiveTo'] as const;

/** Who, about what, when: all of it in the address. */
export function HistoryFilters({ count, children }: { count?: string; children?: ReactNode }) {
  const { filter, query, set, filtered } = useHistoryFilter();
  const [more, setMore] = useState(dates.some((name) => filter[name]));
  const people = usePeople();
  const { kind: _, ...withoutKind } = query;
  const kinds = useRead('/api/t/{tenant}/history/kinds', { query: withoutKind }, { keepPrevious: true });
  const chosen = filter.kind?.split(',') ?? [];
  const named = [...new Set([...(kinds.data?.kinds.map(({ kind }) => kind) ?? []), ...chosen])];
  const clear = () => set(Object.fromEntries(filterNames.map((name) => [name, ''])));
  return (
    <Stack gap="sm" role="search" data-screen-only>
      <div className={classes['filters']}>
        <Words value={filter.q ?? ''} onChange={(q) => set({ q })} />
        <MultiSelect
          label={t('kind')}
          data={named.map((kind) => ({ value: kind, label: kindText(kind) }))}
          value={chosen}
          onChange={(kinds) => set({ kind: kinds.join(',') })}
          clearable
        />
        <Select
          label={t('filter.person')}
          data={[...people].map(([value, label]) => ({ value, label }))}
          value={filter.actor ?? null}
          onChange={(actor) => set({ actor: actor ?? '' })}
          searchable
          clearable
        />
        <AccountSelect value={filter.accountId} onChange={(accountId) => set({ accountId: accountId ?? '' })} />
        {more && dates.map((name) => <Day key={name} name={name} value={filter[name]} onChange={set} />)}
      </div>
      <Group gap="sm">
        <Button variant="subtle" onClick={() => setMore(!more)} aria-expanded={more}>
          {more ? t('filter.less') : t('filter.more')}
        </Button>
        {filter.subject && (
          <Button variant="light" onClick={() => set({ subject: '' })}>
            {t('filter.subject')} ×
          </Button>
        )}
        {filtered && (
          <Button variant="subtle" onClick={clear}>
            {t('filter.clear')}
          </Button>
        )}
        <span className={classes['count']} role="status">
          {count}
        </span>
        {children}
      </Group>
    </Stack>
  );
}

interface DayProps {
  name: (typeof dates)[number];
  value: string | undefined;
  onChange: (changes: Partial<Record<FilterName, string>>) => void;
}

function Day({ name, value, onChange }: DayProps) {
  return (
    <TextInput
      type="date"
      label={t(`filter.${name}`)}
      value={value?.slice(0, 10) ?? ''}
      onChange={(changed) => onChange({ [name]: changed.target.value })}
    />
  );
}

/** What is being typed stands here alone until it is asked; the address says the rest. */
function Words({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const [typed, setTyped] = useState<string>();
  const ask = useDebouncedCallback((q: string) => {
    onChange(q);
    setTyped(undefined);
  }, 250);
  return (
    <TextInput
      type="search"
      label={t('search')}
      placeholder={t('searchHint')}
      leftSection={<IconSearch size={16} />}
      value={typed ?? value}
      onChange={({ target }) => {
        setTyped(target.value);
        ask(target.value);
      }}
    />
  );
}
