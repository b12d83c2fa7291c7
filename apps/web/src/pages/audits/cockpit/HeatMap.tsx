import { tone, type Tone } from '~/theme/tones';
import { number } from '~/i18n/format';
import { ChartFrame, type Column } from '~/ui';
import { TenantLink } from '~/app/TenantLink';
import type { Results } from '../audit';
import type { Catalogue } from '../catalogue';
import { t } from '../texts';
import classes from './HeatMap.module.css';
import { answersPath } from './ResultsTab';

type Cell = Results['cells'][number];

/** How far each stream has come in each period: a figure on a tone. */
export function HeatMap({ results, catalogue }: { results: Results; catalogue: Catalogue }) {
  const { audit, periods, cells, threshold } = results;
  const { streams } = catalogue.structure;
  const columns: Column<Cell>[] = [
    { id: 'phase', header: t('cut.phases'), value: ({ phase }) => `${phase} ${catalogue.phaseName(phase)}` },
    { id: 'period', header: t('cut.periods'), value: ({ phase, period }) => catalogue.periodName(phase, period) },
    { id: 'stream', header: t('cut.streams'), value: ({ stream }) => catalogue.streamName(stream) },
    { id: 'score', header: t('cut.score'), value: ({ score }) => score, numeric: true },
    { id: 'maximum', header: t('cut.maximum'), value: ({ maximum }) => maximum, numeric: true },
    { id: 'percent', header: t('cut.percent'), value: ({ percent }) => percent, numeric: true },
  ];
  return (
    <ChartFrame
      title={t('heat.title')}
      sentence={t('heat.sentence')}
      columns={columns}
      rows={cells}
      fileName={`periods-and-streams-${audit.auditDate}`}
    >
      <table className={classes['map']}>
        <thead>
          <tr>
            <th scope="col">{t('cut.periods')}</th>
            {streams.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map(({ phase, period }) => (
            <tr key={`${phase}${period}`}>
              <th scope="row">
                {phase} {catalogue.periodName(phase, period)}
              </th>
              {streams.map(({ id: stream }) => {
                const cell = cells.find((one) => one.phase === phase && one.period === period && one.stream === stream);
                return (
                  <td key={stream}>
                    {cell ? (
                      <TenantLink
                        to={answersPath(audit.id, { phase, period, stream })}
                        c="inherit"
                        className={classes['cell']}
                        style={{ borderLeftColor: tone(toneOf(cell, threshold)) }}
                      >
                        {number(Math.floor(cell.percent))}{' '}
                        <span>{t('bars.of', { score: cell.score, maximum: cell.maximum })}</span>
                        <span
                          className={classes['bar']}
                          style={{ width: `${cell.percent}%`, background: tone(toneOf(cell, threshold)) }}
                        />
                      </TenantLink>
                    ) : (
                      '–'
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ChartFrame>
  );
}

/** Reached, well under way, begun, nothing yet; the figure stands beside it. */
function toneOf({ percent }: Cell, threshold: number): Tone {
  if (percent >= threshold) return 'maturity-3';
  if (percent >= threshold / 2) return 'maturity-2';
  return percent > 0 ? 'maturity-1' : 'maturity-0';
}
