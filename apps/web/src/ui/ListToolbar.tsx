import { type ReactNode, useState } from 'react';
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { useAddressState } from '~/app/address-state';
import { t } from '~/i18n';
import classes from './ListToolbar.module.css';

export interface Filter {
  /** In the address: ?category=star; read it with `useAddressState('category')`. */
  readonly param: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What the list shows while nothing is chosen; all. */
  readonly unchosen?: string;
}

interface ListToolbarProps {
  /** Label of the search box (?q=); no box without it. Read the text with `useAddressState('q')`. */
  search?: string;
  filters?: readonly Filter[];
  onCsv?: () => void;
  onXlsx?: () => void;
  csvLoading?: boolean;
  /** "42 accounts": said again whenever the filters change it. */
  count?: string;
  children?: ReactNode;
}

/** Search, filters and download above a list; all of it is in the address. */
export function ListToolbar({ search, filters = [], onCsv, onXlsx, csvLoading, count, children }: ListToolbarProps) {
  const [params, setParams] = useSearchParams();
  const names = ['q', ...filters.map(({ param }) => param)];
  const filtered = names.some((name) => params.has(name));
  const clear = () =>
    setParams((before) => new URLSearchParams([...before].filter(([name]) => !names.includes(name))), {
      replace: true,
    });
  return (
    <div className={classes['bar']} role="search" data-screen-only>
      {search && <SearchBox label={search} />}
      {filters.map((filter) => (
        <FilterSelect key={filter.param} filter={filter} />
      ))}
      {filtered && (
        <Button variant="subtle" onClick={clear}>
          {t('list.clear')}
        </Button>
      )}
      <span className={classes['count']} role="status">
        {count}
      </span>
      {children}
      {(onCsv ?? onXlsx) && (
        <Group gap="xs" wrap="nowrap">
          {onCsv && (
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              onClick={onCsv}
              loading={csvLoading}
              aria-label={t('list.csvLabel')}
            >
              {t('list.csv')}
            </Button>
          )}
          {onXlsx && (
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              onClick={onXlsx}
              loading={csvLoading}
              aria-label={t('list.xlsxLabel')}
            >
              {t('list.xlsx')}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}

function SearchBox({ label }: { label: string }) {
  const [asked, ask] = useAddressState('q');
  const [typed, setTyped] = useState(asked);
  const [sent, setSent] = useState(asked);
  const [known, setKnown] = useState(asked);
  const askSoon = useDebouncedCallback((text: string) => {
    setSent(text);
    ask(text);
  }, 200);
  if (asked !== known) {
    setKnown(asked);
    // Cleared, or gone back, elsewhere; what the person goes on typing stays.
    if (asked !== sent) setTyped(asked);
  }
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} />}
      value={typed}
      onChange={(changed) => {
        setTyped(changed.target.value);
        askSoon(changed.target.value);
      }}
      className={classes['search']}
    />
  );
}

function FilterSelect({ filter: { param, label, options, unchosen = t('list.all') } }: { filter: Filter }) {
  const [value, setValue] = useAddressState(param);
  return (
    <NativeSelect
      aria-label={label}
      value={value}
      onChange={(changed) => setValue(changed.target.value)}
      data={[{ value: '', label: `${label}: ${unchosen}` }, ...options, ...severalOf(value, options)]}
    />
  );
}

/** A link or a view may ask for several values at once, which the box shows together. */
function severalOf(value: string, options: Filter['options']): Filter['options'] {
  if (value === '' || options.some((option) => option.value === value)) return [];
  const named = value.split(',').map((one) => options.find((option) => option.value === one)?.label ?? one);
  return [{ value, label: named.join(', ') }];
}
