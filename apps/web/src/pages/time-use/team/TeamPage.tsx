import { Button, Group, Skeleton } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useDownload } from '~/api/use-download';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { EmptyState, ErrorState, Page } from '~/ui';
import { Drivers } from '../Drivers';
import { isPeriod, kindOf, shifted } from '../period';
import { periodName } from '../period-name';
import { Stepper } from '../Stepper';
import { t } from '../texts';
import { TimeNav } from '../TimeNav';
import { TeamTable } from './TeamTable';

/** Where does the time of my direct reports go? */
export default function TeamPage() {
  const [asked, setMonth] = useAddressState('month');
  const query = { month: isPeriod(asked) && kindOf(asked) === 'month' ? asked : undefined };
  const { data: team, error, refetch } = useRead('/api/t/{tenant}/time-use/team', { query }, { keepPrevious: true });
  const download = useDownload();
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (team?.people.length === 0) {
    return (
      <Page title={t('team.title')} section={<TimeNav />}>
        <EmptyState title={t('team.none')} text={t('team.noneText')} />
      </Page>
    );
  }
  const flags = team?.people.reduce((sum, person) => sum + person.flags, 0) ?? 0;
  return (
    <Page
      title={t('team.title')}
      section={<TimeNav />}
      answer={team && t('team.answer', { n: flags, month: periodName(team.month) })}
      actions={
        team && (
          <Group gap="xs">
            <Stepper of="month" name={periodName(team.month)} onStep={(by) => setMonth(shifted(team.month, by))} />
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              loading={download.isPending}
              onClick={() =>
                download.mutate({
                  path: 'time-use/team/export',
                  query: { month: team.month },
                  fileName: `team-time-${team.month}.csv`,
                })
              }
            >
              {t('team.csv')}
            </Button>
          </Group>
        )
      }
    >
      {team ? (
        <>
          <TeamTable team={team} />
          <Drivers drivers={team.drivers} />
        </>
      ) : (
        <Skeleton h={480} />
      )}
    </Page>
  );
}
