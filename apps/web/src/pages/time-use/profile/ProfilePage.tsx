import { useState } from 'react';
import { Button, Skeleton, Title } from '@mantine/core';
import { useRead } from '~/api/use-read';
import type { ReadAnswer } from '~/api/types';
import { useCanChange } from '~/app/tenant';
import { localDay } from '~/app/local-moment';
import { day, number } from '~/i18n/format';
import { type Column, DataTable, ErrorState, Page, PersonName } from '~/ui';
import { rangeText } from '../Bars';
import { midPoint } from '../deviation';
import { t } from '../texts';
import { TimeNav } from '../TimeNav';
import { type Activity, useActivities } from '../words';
import { SetProfileDrawer } from './SetProfileDrawer';

type Profiles = ReadAnswer<'/api/t/{tenant}/time-use/profile'>;
export type Version = Profiles['versions'][number];

/** What should the time of a key account manager go into? */
export default function ProfilePage() {
  const { data, error, refetch } = useRead('/api/t/{tenant}/time-use/profile');
  const activities = useActivities();
  const maySet = useCanChange('time-use.profile');
  const [setting, setSetting] = useState(false);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const today = localDay();
  const inForce = data?.versions.findLast(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= today);
  return (
    <Page
      title={t('profile.title')}
      section={<TimeNav />}
      answer={
        inForce &&
        t('profile.answer', {
          version: inForce.version,
          since: inForce.effectiveFrom ? t('profile.since', { day: day(inForce.effectiveFrom) }) : '',
        })
      }
      subject={data && { type: 'time-profile', id: data.id }}
      actions={maySet && <Button onClick={() => setSetting(true)}>{t('profile.set')}</Button>}
    >
      {data && activities ? (
        <>
          <Shares versions={data.versions} activities={activities} />
          <Versions versions={data.versions} />
          {setting && (
            <SetProfileDrawer
              present={data.versions.at(-1)!}
              version={data.version}
              activities={activities}
              onClose={() => setSetting(false)}
            />
          )}
        </>
      ) : (
        <Skeleton h={480} />
      )}
    </Page>
  );
}

/** Every version beside the others, the latest first. */
function Shares({ versions, activities }: { versions: readonly Version[]; activities: readonly Activity[] }) {
  const rangeOf = ({ shares }: Version, { id }: Activity) => shares[id as keyof Version['shares']];
  const latest = versions.at(-1)!;
  const columns: Column<Activity>[] = [
    { id: 'activity', header: t('activity'), value: ({ label }) => label, sortable: false },
    {
      id: 'middle',
      header: t('profile.middle'),
      value: (activity) => midPoint(rangeOf(latest, activity)),
      cell: (activity) => t('share.of', { share: number(midPoint(rangeOf(latest, activity))) }),
      numeric: true,
      sortable: false,
    },
    ...[...versions].reverse().map((version): Column<Activity> => ({
      id: `version-${version.version}`,
      header: `${t('profile.version')} ${version.version}`,
      value: (activity) => rangeText(rangeOf(version, activity)),
      numeric: true,
      sortable: false,
    })),
  ];
  return (
    <DataTable
      caption={t('profile.title')}
      columns={columns}
      rows={activities}
      rowKey={({ id }) => id}
      defaultSort=""
      sortedByApi
      empty={null}
    />
  );
}

const versionColumns: Column<Version>[] = [
  { id: 'version', header: t('profile.version'), value: ({ version }) => version },
  {
    id: 'effectiveFrom',
    header: t('profile.effectiveFrom'),
    value: ({ effectiveFrom }) => effectiveFrom ?? '',
    cell: ({ effectiveFrom }) => (effectiveFrom ? day(effectiveFrom) : t('profile.ever')),
  },
  {
    id: 'setBy',
    header: t('profile.setBy'),
    value: ({ setBy }) => setBy,
    cell: ({ setBy }) => (setBy ? <PersonName id={setBy} /> : t('profile.shipped')),
    sortable: false,
  },
  { id: 'reason', header: t('profile.reason'), value: ({ reason }) => reason, sortable: false },
];

function Versions({ versions }: { versions: readonly Version[] }) {
  return (
    <section aria-labelledby="versions">
      <Title order={2} size="h4" id="versions" mb="xs">
        {t('profile.versions')}
      </Title>
      <DataTable
        caption={t('profile.versions')}
        columns={versionColumns}
        rows={versions}
        rowKey={({ version }) => String(version)}
        defaultSort="-version"
        empty={null}
      />
    </section>
  );
}
