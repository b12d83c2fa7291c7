import { useState } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { BulkDrawer } from './BulkDrawer';
import type { Chosen, Filter } from './use-bulk';
import { t } from './texts';

interface BulkBarProps {
  picked: ReadonlySet<string>;
  filter: Filter;
  /** How many the filter finds. */
  total: number;
  onClear: () => void;
}

/** What is picked, and what can be done with it. */
export function BulkBar({ picked, filter, total, onClear }: BulkBarProps) {
  // All of the list means the list as it was filtered when they were picked: another filter, another list.
  const key = JSON.stringify(filter);
  const [allOf, setAllOf] = useState<string>();
  const [open, setOpen] = useState(false);
  const all = allOf === key;
  const chosen: Chosen = all ? { filter, n: total } : { accountIds: [...picked], n: picked.size };
  return (
    <Group gap="sm" role="region" aria-label={t('picked', { n: chosen.n })}>
      <Text size="sm" role="status">
        {t(all ? 'allPicked' : 'picked', { n: chosen.n })}
      </Text>
      {!all && total > picked.size && (
        <Button variant="subtle" onClick={() => setAllOf(key)}>
          {t('all', { n: total })}
        </Button>
      )}
      <Button
        variant="subtle"
        onClick={() => {
          setAllOf(undefined);
          onClear();
        }}
      >
        {t('clear')}
      </Button>
      <Button onClick={() => setOpen(true)}>{t('open')}</Button>
      {open && <BulkDrawer chosen={chosen} onClose={() => setOpen(false)} />}
    </Group>
  );
}
