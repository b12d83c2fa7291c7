import { Button, Group, Skeleton } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Navigate } from 'react-router';
import { useDownload } from '~/api/use-download';
import { useRead } from '~/api/use-read';
import { useTenantAddress } from '~/app/address';
import { useAddressState } from '~/app/address-state';
import { useCan, useCanChange } from '~/app/tenant';
import { TenantButton } from '~/pages/plans/TenantButton';
import { EmptyState, ErrorState, Page } from '~/ui';
import { Stepper } from '../Stepper';
import { t } from '../texts';
import { TimeNav } from '../TimeNav';
import { useActivities } from '../words';
import { answerOf, yearOf } from './answer';
import { YearView } from './YearView';

/** Where did my time go? Whoever records no time sees that of everybody. */
export default function OwnPage() {
  const address = useTenantAddress();
  return useCan('time-use.record') ? <OwnTime /> : <Navigate to={address('audits/time/everybody')} replace />;
}

function OwnTime() {
  const [asked, setYear] = useAddressState('year');
  const query = { year: yearOf(asked) };
  const { data: year, error, refetch } = useRead('/api/t/{tenant}/time-use/own', { query }, { keepPrevious: true });
  const activities = useActivities();
  const download = useDownload();
  const mayRecord = useCanChange('time-use.record');
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const enter = mayRecord && <TenantButton to="audits/time/enter">{t('enter.action')}</TenantButton>;
  return (
    <Page
      title={t('own.title')}
      section={<TimeNav />}
      answer={year && answerOf('own', year, activities)}
      actions={
        <Group gap="xs">
          {year && <Stepper of="year" name={String(year.year)} onStep={(by) => setYear(String(year.year + by))} />}
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            loading={download.isPending}
            onClick={() =>
              download.mutate({
                path: 'time-use/own/export',
                query: { year: asked || undefined },
                fileName: 'own-time.csv',
              })
            }
          >
            {t('team.csv')}
          </Button>
          {enter}
        </Group>
      }
    >
      {!year && <Skeleton h={480} />}
      {year?.records.length === 0 && <EmptyState title={t('own.none')} text={t('own.noneText')} action={enter} />}
      {year && year.records.length > 0 && (
        <YearView year={year} to={(period) => `audits/time/enter?period=${period}`} />
      )}
    </Page>
  );
}
