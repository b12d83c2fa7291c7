import type { CSSProperties } from 'react';
import { TenantLink } from '~/app/TenantLink';
import { number } from '~/i18n/format';
import { tone, type Tone } from '~/theme/tones';
import { ChartFrame, type Column } from '~/ui';
import type { Catalogue } from '../catalogue';
import { answersPath } from '../cockpit/ResultsTab';
import type { Standing } from './DivisionsPage';
import classes from './PeriodHeat.module.css';
import { t } from './texts';

interface Row {
  readonly phase: string;
  readonly period: number;
  readonly name: string;
  /** In the order of the standings. */
  readonly percents: readonly number[];
}

/** Twelve periods down, divisions across: where one is ahead of another. */
export function PeriodHeat({ standings, catalogue, threshold }: PeriodHeatProps) {
  const rows = catalogue.structure.periods.map(({ phase, number: period, name }, index): Row => ({
    phase,
    period,
    name: `${phase} ${name}`,
    percents: standings.map(({ periods }) => periods[index]!.percent),
  }));
  const columns: Column<Row>[] = [
    { id: 'period', header: t('current'), value: ({ name }) => name },
    ...standings.map(({ auditId, name }, index): Column<Row> => ({
      id: auditId,
      header: `${name} %`,
      value: ({ percents }) => percents[index]!,
      numeric: true,
    })),
  ];
  return (
    <ChartFrame
      title={t('heat.title')}
      sentence={t('heat.sentence', { threshold: number(threshold) })}
      columns={columns}
      rows={rows}
      fileName="divisions-by-period"
    >
      <div className={classes['scroll']} tabIndex={0} role="group" aria-label={t('heat.title')}>
        <table className={classes['heat']} style={{ '--columns': standings.length } as CSSProperties}>
          <thead>
            <tr>
              <th scope="col" />
              {standings.map(({ auditId, name }) => (
                <th key={auditId} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ phase, period, name, percents }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {standings.map(({ auditId, currentPeriod }, index) => {
                  const percent = percents[index]!;
                  const isCurrent = currentPeriod?.phase === phase && currentPeriod.period === period;
                  return (
                    <td key={auditId} data-current={isCurrent || undefined}>
                      <TenantLink to={answersPath(auditId, { phase, period })} c="inherit" className={classes['cell']}>
                        {number(Math.floor(percent))}
                        <span
                          className={classes['bar']}
                          style={{ width: `${percent}%`, background: tone(toneOf(percent, threshold)) }}
                        />
                      </TenantLink>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ChartFrame>
  );
}

interface PeriodHeatProps {
  standings: readonly Standing[];
  catalogue: Catalogue;
  threshold: number;
}

function toneOf(percent: number, threshold: number): Tone {
  if (percent >= threshold) return 'maturity-3';
  if (percent >= threshold / 2) return 'maturity-2';
  return percent > 0 ? 'maturity-1' : 'maturity-0';
}
