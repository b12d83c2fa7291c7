import { number } from '~/i18n/format';
import { ChartFrame, type Column } from '~/ui';
import { type Flag, midPoint, type Profile } from './deviation';
import { monthName } from './period-name';
import { t } from './texts';
import { type Activity, labelOf } from './words';
import classes from './time.module.css';

export interface MonthOfShares {
  readonly month: string;
  /** By activity; null where the month has nothing to show. */
  readonly shares: Readonly<Record<string, { readonly share: number; readonly flag: Flag }>> | null;
}

interface MonthColumnsProps {
  title: string;
  sentence: string;
  months: readonly MonthOfShares[];
  profile: Profile;
  activities: readonly Activity[] | undefined;
  fileName: string;
}

/** Twelve activities as small pictures of one scale, each with a column for every month. */
export function MonthColumns({ title, sentence, months, profile, activities = [], fileName }: MonthColumnsProps) {
  const every = months.flatMap(({ shares }) => Object.values(shares ?? {}));
  const scale = Math.max(20, Math.ceil(Math.max(0, ...every.map(({ share }) => share)) / 10) * 10);
  const columns: Column<MonthOfShares>[] = [
    { id: 'month', header: t('months.month'), value: ({ month }) => month },
    ...activities.map(({ id, label }) => ({
      id,
      header: label,
      value: ({ shares }: MonthOfShares) => shares?.[id]?.share ?? null,
      numeric: true,
    })),
  ];
  return (
    <ChartFrame title={title} sentence={sentence} columns={columns} rows={months} fileName={fileName}>
      <div className={classes['multiples']}>
        {activities.map(({ id }) => {
          const known = months.filter(({ shares }) => shares);
          const last = known.at(-1)?.shares?.[id];
          return (
            <figure key={id} aria-label={labelOf(activities, id)}>
              <figcaption>
                <span>{labelOf(activities, id)}</span>
                {last && <strong>{t('share.of', { share: number(last.share) })}</strong>}
              </figcaption>
              <Columns id={id} months={months} profile={profile} scale={scale} />
            </figure>
          );
        })}
      </div>
    </ChartFrame>
  );
}

const WIDTH = 240;
const HEIGHT = 64;

function Columns({
  id,
  months,
  profile,
  scale,
}: Pick<MonthColumnsProps, 'months' | 'profile'> & { id: string; scale: number }) {
  const step = WIDTH / months.length;
  const y = (share: number) => HEIGHT - (share / scale) * HEIGHT;
  const range = profile.shares[id as keyof Profile['shares']];
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 14}`} role="img" aria-hidden="true" className={classes['columns']}>
      <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className={classes['axis']} />
      {months.map(({ month, shares }, index) => {
        const value = shares?.[id];
        const middle = index * step + step / 2;
        return (
          <g key={month} data-flag={value?.flag ?? undefined}>
            {value && (
              <rect
                x={index * step + 2}
                width={step - 4}
                y={y(value.share)}
                height={HEIGHT - y(value.share)}
                className={classes['column']}
              />
            )}
            {value?.flag && (
              <circle cx={middle} cy={Math.max(3, y(value.share) - 5)} r={2.5} className={classes['dot']} />
            )}
            <text x={middle} y={HEIGHT + 11} textAnchor="middle" className={classes['tick']}>
              {monthName(month).slice(0, 1)}
            </text>
          </g>
        );
      })}
      <line x1={0} x2={WIDTH} y1={y(midPoint(range))} y2={y(midPoint(range))} className={classes['aim']} />
    </svg>
  );
}
