import { Skeleton } from '@mantine/core';
import { useParams } from 'react-router';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { TenantLink } from '~/app/TenantLink';
import { EmptyState, ErrorState, Page, usePeople } from '~/ui';
import { answerOf, yearOf } from '../person/answer';
import { Revisions } from '../person/Revisions';
import { YearView } from '../person/YearView';
import { Stepper } from '../Stepper';
import { t } from '../texts';
import { TimeNav } from '../TimeNav';
import { useActivities } from '../words';

/** Where does the time of one direct report go? */
export default function ReportPage() {
  const { personId = '' } = useParams();
  const [asked, setYear] = useAddressState('year');
  const [shown] = useAddressState('show');
  const input = { path: { personId }, query: { year: yearOf(asked) } };
  const {
    data: year,
    error,
    refetch,
  } = useRead('/api/t/{tenant}/time-use/team/{personId}', input, {
    keepPrevious: true,
  });
  const activities = useActivities();
  const name = usePeople().get(personId) ?? '';
  const record = year?.records.find(({ period }) => period === shown);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return (
    <Page
      title={t('report.title', { name })}
      section={<TimeNav />}
      above={<TenantLink to="audits/time/team">{t('team.title')}</TenantLink>}
      answer={year && answerOf('report', year, activities)}
      actions={year && <Stepper of="year" name={String(year.year)} onStep={(by) => setYear(String(year.year + by))} />}
      subject={record && { type: 'time-record', id: record.id }}
    >
      {!year && <Skeleton h={480} />}
      {year?.records.length === 0 && <EmptyState title={t('report.answerNone', { year: String(year.year) })} />}
      {year && year.records.length > 0 && (
        <YearView year={year} to={(period) => `audits/time/team/${personId}?year=${year.year}&show=${period}`} />
      )}
      {record && <RevisionsOf personId={personId} period={record.period} />}
    </Page>
  );
}

function RevisionsOf({ personId, period }: { personId: string; period: string }) {
  const { data } = useRead('/api/t/{tenant}/time-use/team/{personId}/{period}', { path: { personId, period } });
  const activities = useActivities();
  return data && activities ? <Revisions entry={data} activities={activities} /> : null;
}
