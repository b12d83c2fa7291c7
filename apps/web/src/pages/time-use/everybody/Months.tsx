import { Stack, Title } from '@mantine/core';
import { day, number } from '~/i18n/format';
import { type Column, DataTable } from '~/ui';
import { deviationOf, type EnterpriseYear } from '../deviation';
import { MonthColumns } from '../MonthColumns';
import { periodName } from '../period-name';
import { t } from '../texts';
import { useActivities } from '../words';

type Month = EnterpriseYear['months'][number];

/** The months of the year: those that may be shown, and why others are not. */
export function Months({ all: { months, profile, year, figures } }: { all: EnterpriseYear }) {
  const activities = useActivities();
  const columns: Column<Month>[] = [
    { id: 'month', header: t('months.month'), value: ({ month }) => month, cell: ({ month }) => periodName(month) },
    { id: 'state', header: t('all.state'), value: stateOf, sortable: false },
    {
      id: 'people',
      header: t('all.people'),
      value: ({ figures }) => figures?.personMonths,
      numeric: true,
    },
    {
      id: 'selling',
      header: t('all.selling'),
      value: ({ figures }) => figures?.activities.find(({ activityId }) => activityId === 'selling')?.mean,
      cell: ({ figures }) => {
        const selling = figures?.activities.find(({ activityId }) => activityId === 'selling');
        return selling ? number(selling.mean) : '–';
      },
      numeric: true,
    },
  ];
  return (
    <Stack gap="lg">
      {figures && (
        <MonthColumns
          title={t('all.monthsTitle')}
          sentence={t('all.monthsSentence')}
          months={months.map(({ month, figures }) => ({
            month,
            shares:
              figures &&
              Object.fromEntries(
                figures.activities.map(({ activityId, mean }) => [
                  activityId,
                  { share: mean, flag: deviationOf(mean, profile.shares[activityId]).flag },
                ]),
              ),
          }))}
          profile={profile}
          activities={activities}
          fileName={`time-use-by-month-${year}`}
        />
      )}
      <section aria-labelledby="months">
        <Title order={2} size="h4" id="months" mb="xs">
          {t('all.monthsTable')}
        </Title>
        <DataTable
          caption={t('all.monthsTable')}
          columns={columns}
          rows={months}
          rowKey={({ month }) => month}
          defaultSort="month"
          empty={null}
        />
      </section>
    </Stack>
  );
}

const stateOf = ({ closed, closesAt, figures }: Month): string =>
  figures ? t('all.shown') : closed ? t('all.hidden') : t('all.notClosed', { day: day(closesAt) });
