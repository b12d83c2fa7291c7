import { number } from '~/i18n/format';
import { ChartFrame, type Column } from '~/ui';
import { type Deviation, midPoint, type Profile } from './deviation';
import { Difference } from './Difference';
import { t } from './texts';
import { type Activity, labelOf } from './words';
import classes from './time.module.css';

export interface Bar extends Pick<Deviation, 'activityId' | 'share' | 'difference' | 'flag'> {
  /** Half the length of a whisker, in points. */
  readonly spread?: number;
  /** Instead of the difference. */
  readonly note?: string;
}

interface BarsProps {
  title: string;
  sentence: string;
  bars: readonly Bar[];
  profile: Profile;
  activities: readonly Activity[] | undefined;
  fileName: string;
  columns?: readonly Column<Bar>[];
}

/** Twelve bars on one scale from zero, each before the band that the profile asks for. */
export function Bars({ title, sentence, bars, profile, activities, fileName, columns = [] }: BarsProps) {
  const scale = scaleOf(bars, profile);
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      columns={[...columnsFor(activities, profile), ...columns]}
      rows={bars}
      fileName={fileName}
    >
      <ul className={classes['bars']}>
        {bars.map(({ activityId, share, difference, flag, spread, note }) => {
          const range = profile.shares[activityId];
          return (
            <li key={activityId} data-flag={flag ?? undefined}>
              <span className={classes['name']}>{labelOf(activities, activityId)}</span>
              <span className={classes['track']} aria-hidden="true">
                <Band range={range} scale={scale} />
                <span className={classes['bar']} style={{ width: `${(share / scale) * 100}%` }} />
                {spread !== undefined && <Whisker share={share} spread={spread} scale={scale} />}
              </span>
              <span className={classes['figure']}>
                <strong>{t('share.of', { share: number(share) })}</strong>
                {note ?? <Difference difference={difference} flag={flag} />}
              </span>
            </li>
          );
        })}
      </ul>
    </ChartFrame>
  );
}

/** What the profile asks for, with its middle. */
export function Band({ range, scale }: { range: { from: number; to: number }; scale: number }) {
  const at = (share: number) => `${(share / scale) * 100}%`;
  return (
    <>
      <span className={classes['band']} style={{ left: at(range.from), width: at(range.to - range.from) }} />
      <span className={classes['middle']} style={{ left: at(midPoint(range)) }} />
    </>
  );
}

function Whisker({ share, spread, scale }: { share: number; spread: number; scale: number }) {
  const from = Math.max(0, share - spread);
  const style = { left: `${(from / scale) * 100}%`, width: `${((share + spread - from) / scale) * 100}%` };
  return <span className={classes['whisker']} style={style} />;
}

/** A round figure that holds every bar and band. */
export function scaleOf(bars: readonly Pick<Bar, 'share' | 'spread'>[], { shares }: Profile): number {
  const ends = [...bars.map(({ share, spread = 0 }) => share + spread), ...Object.values(shares).map(({ to }) => to)];
  return Math.min(100, Math.ceil(Math.max(...ends) / 10) * 10);
}

const columnsFor = (activities: readonly Activity[] | undefined, profile: Profile): Column<Bar>[] => [
  { id: 'activity', header: t('activity'), value: ({ activityId }) => labelOf(activities, activityId) },
  { id: 'share', header: t('share'), value: ({ share }) => share, numeric: true },
  { id: 'profile', header: t('profile'), value: ({ activityId }) => rangeText(profile.shares[activityId]) },
  { id: 'difference', header: t('difference'), value: ({ difference }) => difference, numeric: true },
  { id: 'flag', header: t('flag'), value: ({ flag }) => flag && t(`flag.${flag}`) },
];

export const rangeText = ({ from, to }: { from: number; to: number }): string =>
  from === to ? t('single', { from }) : t('range', { from, to });
