import { number } from '~/i18n/format';
import { ChartFrame, type Column } from '~/ui';
import { TenantLink } from '~/app/TenantLink';
import type { Results } from '../audit';
import type { Catalogue } from '../catalogue';
import { t } from '../texts';
import classes from './PeriodBars.module.css';
import { answersPath } from './ResultsTab';

type Period = Results['periods'][number];

/** Twelve bars on one scale, each against the maximum of its period. */
export function PeriodBars({ results, catalogue }: { results: Results; catalogue: Catalogue }) {
  const { audit, periods, phases, currentPeriod, threshold } = results;
  const scale = Math.max(...periods.map(({ maximum }) => maximum));
  const share = (points: number) => `${(points / scale) * 100}%`;
  const columns: Column<Period>[] = [
    { id: 'phase', header: t('cut.phases'), value: ({ phase }) => `${phase} ${catalogue.phaseName(phase)}` },
    { id: 'period', header: t('cut.periods'), value: ({ phase, period }) => catalogue.periodName(phase, period) },
    { id: 'score', header: t('cut.score'), value: ({ score }) => score, numeric: true },
    { id: 'maximum', header: t('cut.maximum'), value: ({ maximum }) => maximum, numeric: true },
    { id: 'percent', header: t('cut.percent'), value: ({ percent }) => percent, numeric: true },
  ];
  return (
    <ChartFrame
      title={t('bars.title')}
      sentence={t('bars.sentence', { threshold: number(threshold) })}
      columns={columns}
      rows={periods}
      fileName={`periods-${audit.auditDate}`}
    >
      {phases.map(({ phase }) => (
        <section key={phase} className={classes['phase']} aria-label={`${phase} ${catalogue.phaseName(phase)}`}>
          <h3>
            {phase} {catalogue.phaseName(phase)}
          </h3>
          <ul>
            {periods
              .filter((period) => period.phase === phase)
              .map(({ period, score, maximum, percent }) => {
                const current = currentPeriod?.phase === phase && currentPeriod.period === period;
                return (
                  <li key={period} data-current={current || undefined}>
                    <TenantLink to={answersPath(audit.id, { phase, period })} c="inherit" className={classes['name']}>
                      {catalogue.periodName(phase, period)}
                      {current && <em>{t('bars.current')}</em>}
                    </TenantLink>
                    <span className={classes['track']} aria-hidden="true">
                      <span className={classes['maximum']} style={{ width: share(maximum) }} />
                      <span className={classes['score']} style={{ width: share(score) }} />
                      <span className={classes['threshold']} style={{ left: share((maximum * threshold) / 100) }} />
                    </span>
                    <span className={classes['figure']}>
                      {t('bars.of', { score, maximum })} <span>{number(Math.floor(percent))} %</span>
                    </span>
                  </li>
                );
              })}
          </ul>
        </section>
      ))}
    </ChartFrame>
  );
}
