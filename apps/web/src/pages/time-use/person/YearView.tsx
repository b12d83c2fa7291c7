import { NativeSelect, Stack, Title } from '@mantine/core';
import { useAddressState } from '~/app/address-state';
import { number } from '~/i18n/format';
import { type Column, DataTable, Moment } from '~/ui';
import { Bars } from '../Bars';
import type { Deviation, PersonYear } from '../deviation';
import { FlagMark } from '../Difference';
import { MonthColumns } from '../MonthColumns';
import { periodName } from '../period-name';
import { t } from '../texts';
import { type Activity, labelOf, useActivities, useSellingDrivers } from '../words';

type RecordOfYear = PersonYear['records'][number];

interface YearViewProps {
  year: PersonYear;
  /** Address of a record, below the tenant. */
  to: (period: string) => string;
}

/** One person's year: time against the profile, month by month, and the records behind. */
export function YearView({ year, to }: YearViewProps) {
  const activities = useActivities();
  const [chosen, setChosen] = useAddressState('show');
  const record = year.records.find(({ period }) => period === chosen);
  return (
    <Stack gap="lg">
      <NativeSelect
        label={t('chosen.label')}
        maw="24rem"
        value={record ? chosen : ''}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        data={[
          { value: '', label: t('chosen.mean', { year: String(year.year) }) },
          ...[...year.records].reverse().map(({ period }) => ({ value: period, label: periodName(period) })),
        ]}
      />
      <Bars
        title={t('bars.title')}
        sentence={t('bars.sentence')}
        bars={record?.deviations ?? year.mean}
        profile={year.profile}
        activities={activities}
        fileName={`time-${record?.period ?? year.year}`}
      />
      <MonthColumns
        title={t('months.title')}
        sentence={t('months.sentence')}
        months={year.months.map(({ month, deviations }) => ({ month, shares: byActivity(deviations) }))}
        profile={year.profile}
        activities={activities}
        fileName={`time-by-month-${year.year}`}
      />
      <section aria-labelledby="records">
        <Title order={2} size="h4" id="records" mb="xs">
          {t('records.title')}
        </Title>
        <Records records={year.records} activities={activities} to={to} />
      </section>
    </Stack>
  );
}

const byActivity = (deviations: readonly Deviation[]) =>
  deviations.length === 0
    ? null
    : Object.fromEntries(deviations.map(({ activityId, share, flag }) => [activityId, { share, flag }]));

function Records({
  records,
  activities,
  to,
}: {
  records: readonly RecordOfYear[];
  activities: readonly Activity[] | undefined;
  to: YearViewProps['to'];
}) {
  const drivers = useSellingDrivers();
  const flagged = ({ deviations }: RecordOfYear) => deviations.filter(({ flag }) => flag);
  const columns: Column<RecordOfYear>[] = [
    {
      id: 'period',
      header: t('records.period'),
      value: ({ firstDay }) => firstDay,
      cell: ({ period }) => periodName(period),
    },
    {
      id: 'flags',
      header: t('records.flags'),
      value: (record) => flagged(record).length,
      cell: (record) =>
        flagged(record).map(({ activityId, share, flag }, index) => (
          <span key={activityId}>
            {index > 0 && ', '}
            {labelOf(activities, activityId)} {t('share.of', { share: number(share) })} <FlagMark flag={flag} />
          </span>
        )),
    },
    {
      id: 'drivers',
      header: t('records.drivers'),
      value: ({ sellingDrivers }) =>
        sellingDrivers.map((id) => drivers?.find((driver) => driver.id === id)?.label ?? id).join('; '),
      hideOnPhone: true,
    },
    { id: 'note', header: t('records.note'), value: ({ note }) => note, hideOnPhone: true },
    {
      id: 'recordedAt',
      header: t('records.recordedAt'),
      value: ({ recordedAt }) => recordedAt,
      cell: ({ recordedAt, inTime, corrections }) => (
        <>
          <Moment at={recordedAt} />
          {!inTime && `, ${t('records.late')}`}
          {corrections > 0 && `, ${t('records.corrections', { n: corrections })}`}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('records.title')}
      columns={columns}
      rows={records}
      rowKey={({ period }) => period}
      to={({ period }) => to(period)}
      defaultSort="-period"
      empty={null}
    />
  );
}
