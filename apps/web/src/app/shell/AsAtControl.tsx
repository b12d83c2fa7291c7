import { useState } from 'react';
import { Button, Group, Popover, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { t } from '~/i18n';
import { moment } from '~/i18n/format';
import { useAsAt, useGoAsAt } from '../as-at';
import { localDay, monthsBefore, parseLocal, timeInput } from '../local-moment';
import classes from './TopBar.module.css';

/** Chooses the past moment that pages show. */
export function AsAtControl() {
  const asAt = useAsAt();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <UnstyledButton
          className={classes['control']}
          onClick={() => setOpen(!open)}
          aria-label={`${t('asAt.choose')}: ${asAt ? moment(asAt) : t('asAt.now')}`}
        >
          <IconClock size={16} aria-hidden />
          <span className={classes['wide']}>{asAt ? moment(asAt) : t('asAt.now')}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <MomentForm asAt={asAt} onDone={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

const shortcuts = [
  { text: 'asAt.monthAgo', months: 1 },
  { text: 'asAt.quarterAgo', months: 3 },
  { text: 'asAt.yearAgo', months: 12 },
] as const;

function MomentForm({ asAt, onDone }: { asAt: string | undefined; onDone: () => void }) {
  const go = useGoAsAt();
  const from = asAt ? new Date(asAt) : new Date();
  const [date, setDate] = useState(localDay(from));
  const [time, setTime] = useState(timeInput(from));
  const [refused, setRefused] = useState(false);
  const show = (to: Date | undefined) => {
    if (to && to >= new Date()) return setRefused(true);
    go(to?.toISOString());
    onDone();
  };
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        show(parseLocal(date, time));
      }}
    >
      <Stack gap="sm" w={290}>
        <Text fw={600} size="sm">
          {t('asAt.choose')}
        </Text>
        <Group grow gap="xs" align="start">
          <TextInput
            type="date"
            label={t('asAt.date')}
            value={date}
            max={localDay()}
            onChange={(changed) => setDate(changed.target.value)}
            required
            withAsterisk={false}
            data-autofocus
          />
          <TextInput
            type="time"
            label={t('asAt.time')}
            value={time}
            onChange={(changed) => setTime(changed.target.value)}
            required
            withAsterisk={false}
          />
        </Group>
        {refused && (
          <Text size="sm" c="var(--tone-bad)" role="alert">
            {t('asAt.future')}
          </Text>
        )}
        <Button type="submit">{t('asAt.show')}</Button>
        <Group gap={4} justify="space-between">
          {shortcuts.map(({ text, months }) => (
            <Button
              key={text}
              variant="subtle"
              size="compact-xs"
              onClick={() => show(monthsBefore(new Date(), months))}
            >
              {t(text)}
            </Button>
          ))}
        </Group>
        {asAt && (
          <Button variant="default" onClick={() => show(undefined)}>
            {t('asAt.back')}
          </Button>
        )}
      </Stack>
    </form>
  );
}
