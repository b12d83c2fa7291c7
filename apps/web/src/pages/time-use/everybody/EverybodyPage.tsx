import { Alert, Button, Group, Skeleton } from '@mantine/core';
import { IconDownload, IconShieldLock } from '@tabler/icons-react';
import { useDownload } from '~/api/use-download';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { number } from '~/i18n/format';
import { EmptyState, ErrorState, Page } from '~/ui';
import type { EnterpriseYear } from '../deviation';
import { Drivers } from '../Drivers';
import { yearOf } from '../person/answer';
import { Stepper } from '../Stepper';
import { t } from '../texts';
import { TimeNav } from '../TimeNav';
import { Divisions } from './Divisions';
import { MeanBars } from './MeanBars';
import { Months } from './Months';

/** Where does the time of our key account managers go? */
export default function EverybodyPage() {
  const [asked, setYear] = useAddressState('year');
  const query = { year: yearOf(asked) };
  const {
    data: all,
    error,
    refetch,
  } = useRead('/api/t/{tenant}/time-use/enterprise', { query }, { keepPrevious: true });
  const download = useDownload();
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return (
    <Page
      title={t('all.title')}
      section={<TimeNav />}
      answer={all && answerOf(all)}
      actions={
        all && (
          <Group gap="xs">
            <Stepper of="year" name={String(all.year)} onStep={(by) => setYear(String(all.year + by))} />
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              loading={download.isPending}
              onClick={() =>
                download.mutate({
                  path: 'time-use/enterprise/export',
                  query: { year: String(all.year) },
                  fileName: `time-use-${all.year}.csv`,
                })
              }
            >
              {t('team.csv')}
            </Button>
          </Group>
        )
      }
    >
      {!all && <Skeleton h={480} />}
      {all && !all.figures && <EmptyState title={t('all.hidden')} />}
      {all?.figures && <MeanBars figures={all.figures} profile={all.profile} year={all.year} />}
      {all && <Months all={all} />}
      {all && all.divisions.length > 0 && <Divisions divisions={all.divisions} />}
      {all?.figures && <Drivers drivers={all.figures.drivers} />}
      {all && (
        <Alert color="gray" icon={<IconShieldLock />} title={t('all.ruleTitle')}>
          {t('all.rule', { n: all.smallestGroup })}
        </Alert>
      )}
    </Page>
  );
}

function answerOf({ year, figures, profile }: EnterpriseYear): string {
  const selling = figures?.activities.find(({ activityId }) => activityId === 'selling');
  if (!selling) return t('all.answerNone', { year: String(year) });
  const { from, to } = profile.shares.selling;
  return t('all.answer', { year: String(year), share: number(selling.mean), from, to });
}
