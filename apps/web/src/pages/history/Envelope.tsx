import { useState } from 'react';
import { Stack, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { WholeEntry } from './entry';
import classes from './history.module.css';
import { t } from './texts';

/** The event behind a change, as the event store holds it. */
export function Envelope({ entry }: { entry: WholeEntry }) {
  const [open, setOpen] = useState(false);
  return (
    <section>
      <UnstyledButton onClick={() => setOpen(!open)} aria-expanded={open} c="var(--mantine-color-anchor)" fz="sm">
        <IconChevronRight size={14} aria-hidden style={{ rotate: open ? '90deg' : undefined }} /> {t('entry.event')}
      </UnstyledButton>
      {open && (
        <Stack gap="sm" mt="xs">
          <Text size="sm" c="dimmed">
            {t('entry.eventText')}
          </Text>
          <dl className={classes['facts']}>
            {factsOf(entry).map(([label, value]) => (
              <Fact key={label} label={label} value={value} />
            ))}
          </dl>
          <pre className={classes['payload']} tabIndex={0} aria-label={t('entry.data')}>
            {JSON.stringify(entry.data, null, 2)}
          </pre>
        </Stack>
      )}
    </section>
  );
}

const factsOf = (entry: WholeEntry): [string, string | number][] => [
  [t('entry.id'), entry.eventId],
  [t('entry.type'), entry.type],
  [t('entry.schema'), entry.schemaVersion],
  [t('entry.stream'), entry.stream],
  [t('entry.version'), entry.version],
  [t('entry.position'), entry.position],
  [t('entry.correlation'), entry.correlation],
];

function Fact({ label, value }: { label: string; value: string | number }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
