import type { Column } from '~/ui';
import { type Bar, Bars } from '../Bars';
import { deviationOf, type EnterpriseYear, type Profile } from '../deviation';
import { t } from '../texts';
import { useActivities } from '../words';

type Figures = NonNullable<EnterpriseYear['figures']>;

/** Mean shares with how far people are apart, against the profile. */
export function MeanBars({ figures, profile, year }: { figures: Figures; profile: Profile; year: number }) {
  const activities = useActivities();
  const of = (id: string) => figures.activities.find(({ activityId }) => activityId === id)!;
  const columns: Column<Bar>[] = [
    { id: 'spread', header: t('all.spread'), value: ({ spread }) => spread, numeric: true },
    { id: 'over', header: t('all.over'), value: ({ activityId }) => of(activityId).over, numeric: true },
    { id: 'under', header: t('all.under'), value: ({ activityId }) => of(activityId).under, numeric: true },
  ];
  return (
    <Bars
      title={`${t('all.bars')} · ${t('all.personMonths', { n: figures.personMonths })}`}
      sentence={t('all.barsSentence')}
      bars={figures.activities.map(({ activityId, mean, spread }) => ({
        activityId,
        share: mean,
        spread,
        ...deviationOf(mean, profile.shares[activityId]),
      }))}
      profile={profile}
      activities={activities}
      fileName={`time-use-${year}`}
      columns={columns}
    />
  );
}
