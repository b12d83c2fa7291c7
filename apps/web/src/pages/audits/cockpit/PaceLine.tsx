import { ChartFrame, type Column } from '~/ui';
import type { Results } from '../audit';
import type { Catalogue } from '../catalogue';
import { t as common } from '../texts';
import classes from './PaceLine.module.css';
import { t } from './results-texts';

interface Mark {
  readonly month: number;
  readonly what: string;
}

const USUAL_MONTHS = 60;

/** Months in the programme against the months in which the phase of the current period is usually under way. */
export function PaceLine({ results, catalogue }: { results: Results; catalogue: Catalogue }) {
  const { pace, currentPeriod, audit } = results;
  if (!pace) return null;
  const phase = catalogue.phaseName(currentPeriod?.phase ?? 'D');
  const { months, typical, verdict } = pace;
  const end = Math.max(USUAL_MONTHS, months);
  const at = (month: number) => `${(month / end) * 100}%`;
  const marks: Mark[] = [
    { month: typical.from, what: t('pace.from', { phase }) },
    { month: typical.to, what: t('pace.to', { phase }) },
    { month: months, what: t('pace.here') },
  ];
  const columns: Column<Mark>[] = [
    { id: 'what', header: t('pace.what'), value: ({ what }) => what },
    { id: 'month', header: t('pace.month'), value: ({ month }) => month, numeric: true },
  ];
  return (
    <ChartFrame
      title={t('pace.title')}
      sentence={t('pace.sentence', { months, phase, ...typical, verdict: common(`pace.${verdict}`) })}
      columns={columns}
      rows={marks}
      fileName={`pace-${audit.auditDate}`}
    >
      <div className={classes['pace']} aria-hidden="true">
        <span className={classes['window']} style={{ left: at(typical.from), width: at(typical.to - typical.from) }} />
        <span className={classes['here']} style={{ left: at(months) }} />
        <span
          className={classes['label']}
          style={{ left: at(months) }}
          data-side={months / end > 0.8 ? 'end' : undefined}
        >
          {t('pace.hereAt', { n: months })}
        </span>
        {[0, 12, 24, 36, 48, 60].map((month) => (
          <span key={month} className={classes['month']} style={{ left: at(month) }}>
            {month}
          </span>
        ))}
        <span className={classes['name']} style={{ left: at(typical.from) }}>
          {t('pace.window', { phase, ...typical })}
        </span>
      </div>
    </ChartFrame>
  );
}
