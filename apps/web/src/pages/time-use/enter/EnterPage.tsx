import { SegmentedControl, Group, Skeleton, Text } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { useCanChange } from '~/app/tenant';
import { day } from '~/i18n/format';
import { EmptyState, ErrorState, Page } from '~/ui';
import { Bars } from '../Bars';
import type { Entry } from '../deviation';
import { isPeriod, kindOf, lastPeriod, otherKind, shifted, startOf } from '../period';
import { periodName } from '../period-name';
import { Revisions } from '../person/Revisions';
import { Stepper } from '../Stepper';
import { t } from '../texts';
import { TimeNav } from '../TimeNav';
import { useActivities } from '../words';
import { EntryForm } from './EntryForm';

/** Where did your time go? In less than a minute. */
export default function EnterPage() {
  const [asked, setPeriod] = useAddressState('period');
  const period = isPeriod(asked) ? asked : lastPeriod('month', new Date());
  const { data: entry, error, refetch } = useRead('/api/t/{tenant}/time-use/own/{period}', { path: { period } });
  const kind = kindOf(period);
  return (
    <Page
      title={t('enter.title')}
      section={<TimeNav />}
      answer={entry?.record ? t('enter.answerRecorded', { day: day(entry.record.recordedAt) }) : t('enter.answer')}
      subject={entry?.record ? { type: 'time-record', id: entry.record.id } : undefined}
    >
      <Group justify="space-between">
        <Stepper of="period" name={periodName(period)} onStep={(by) => setPeriod(shifted(period, by))} />
        <SegmentedControl
          aria-label={t('period.kind')}
          value={kind}
          onChange={() => setPeriod(otherKind(period))}
          data={[
            { value: 'month', label: t('period.month') },
            { value: 'week', label: t('period.weekKind') },
          ]}
        />
      </Group>
      {error ? <ErrorState problem={error} onRetry={() => void refetch()} /> : <EntryOf entry={entry} />}
    </Page>
  );
}

function EntryOf({ entry }: { entry: Entry | undefined }) {
  const activities = useActivities();
  const mayRecord = useCanChange('time-use.record');
  if (!entry || !activities) return <Skeleton h={520} />;
  if (startOf(entry.period) > new Date()) return <EmptyState title={t('enter.future')} />;
  return (
    <>
      {mayRecord ? (
        <EntryForm key={`${entry.period}-${entry.version}`} entry={entry} activities={activities} />
      ) : entry.record ? (
        <Bars
          title={t('bars.title')}
          sentence={t('bars.sentence')}
          bars={entry.record.deviations}
          profile={entry.profile}
          activities={activities}
          fileName={`time-${entry.period}`}
        />
      ) : (
        <EmptyState title={t('enter.none')} text={t('enter.readOnly')} />
      )}
      <Revisions entry={entry} activities={activities} />
      <Text size="sm" c="dimmed">
        {t('enter.private')}
      </Text>
    </>
  );
}
