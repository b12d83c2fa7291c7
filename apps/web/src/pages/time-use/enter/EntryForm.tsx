import { type FormEvent, useState } from 'react';
import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { ApiProblem } from '~/api/problem';
import { day } from '~/i18n/format';
import { announce, ReasonField } from '~/ui';
import { problemText } from '~/ui/problem-text';
import type { Entry } from '../deviation';
import { periodName } from '../period-name';
import { t } from '../texts';
import { type Activity } from '../words';
import { sumOf } from './balance';
import { DriversPanel } from './DriversPanel';
import classes from './enter.module.css';
import { ShareRow } from './ShareRow';
import { useEntry } from './use-entry';

/** Twelve sliders that stay at 100. */
export function EntryForm({ entry, activities }: { entry: Entry; activities: readonly Activity[] }) {
  const own = useEntry(entry);
  const [problem, setProblem] = useState<ApiProblem>();
  const [reasonMissing, setReasonMissing] = useState(false);
  const save = async (submitted: FormEvent) => {
    submitted.preventDefault();
    setProblem(undefined);
    const missing = entry.record !== null && !own.reason.trim();
    setReasonMissing(missing);
    if (missing) return;
    try {
      await own.save();
      announce(t('enter.saved'));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
  };
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <Stack gap="md">
        <StartFrom entry={entry} own={own} />
        <ul className={classes['rows']}>
          {activities.map((activity) => (
            <ShareRow
              key={activity.id}
              activity={activity}
              share={own.shares[activity.id]!}
              range={entry.profile.shares[activity.id as keyof Entry['profile']['shares']]}
              locked={own.locked.has(activity.id)}
              onMove={(share) => own.move(activity.id, share)}
              onLock={() => own.toggleLock(activity.id)}
            />
          ))}
        </ul>
        {own.sellsTooMuch && (
          <DriversPanel share={own.shares['selling']!} chosen={own.drivers} onChange={own.setDrivers} />
        )}
        <Textarea
          label={t('enter.note')}
          description={t('enter.noteHelp')}
          autosize
          maxLength={2000}
          value={own.note}
          onChange={({ currentTarget }) => own.setNote(currentTarget.value)}
        />
        {entry.record && own.isChanged && (
          <ReasonField
            label={t('enter.reason')}
            description={undefined}
            value={own.reason}
            error={reasonMissing && t('enter.reasonMissing')}
            onChange={({ currentTarget }) => own.setReason(currentTarget.value)}
          />
        )}
        {entry.closed && (
          <Text size="sm" c="dimmed">
            {t('enter.closed', { month: periodName(entry.month), day: day(entry.closesAt) })}
          </Text>
        )}
        {problem && (
          <Alert color="red" role="alert" title={problemText(problem).title}>
            {problemText(problem).text}
          </Alert>
        )}
        <div className={classes['foot']}>
          <Text>
            {t('enter.sum')} <strong>{t('share.of', { share: sumOf(own.shares) })}</strong>
          </Text>
          <Button type="submit" loading={own.command.isPending} disabled={!own.isChanged}>
            {t(entry.record ? 'enter.saveChange' : 'enter.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function StartFrom({ entry: { previous, record }, own }: { entry: Entry; own: ReturnType<typeof useEntry> }) {
  const from =
    own.source === 'previous'
      ? t('enter.from.previous', { period: periodName(previous!.period) })
      : t(`enter.from.${own.source}`);
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed">
        {from} {t('enter.keys')}
      </Text>
      <Group gap="xs" ml="auto">
        {previous && (own.source !== 'previous' || record) && (
          <Button variant="default" size="compact-sm" onClick={own.copyPrevious}>
            {t('enter.copy', { period: periodName(previous.period) })}
          </Button>
        )}
        <Button variant="default" size="compact-sm" onClick={own.startFromProfile}>
          {t('enter.profile')}
        </Button>
      </Group>
    </Group>
  );
}
