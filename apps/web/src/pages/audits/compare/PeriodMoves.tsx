import { ChartFrame, type Column } from '~/ui';
import type { Catalogue } from '../catalogue';
import { t } from '../texts';
import { type Comparison, signed } from './ComparePage';
import classes from './PeriodMoves.module.css';

type Move = Comparison['periods'][number];

/** Where each period stood and where it stands, on one scale. */
export function PeriodMoves({
  comparison: { periods, from, to },
  catalogue,
}: {
  comparison: Comparison;
  catalogue: Catalogue;
}) {
  const scale = Math.max(...periods.map(({ maximum }) => maximum));
  const at = (points: number) => `${(points / scale) * 100}%`;
  const name = ({ phase, period }: Move) => `${phase} ${catalogue.periodName(phase, period)}`;
  const columns: Column<Move>[] = [
    { id: 'period', header: t('compare.period'), value: name },
    { id: 'from', header: from.title, value: ({ from }) => from, numeric: true },
    { id: 'to', header: to.title, value: ({ to }) => to, numeric: true },
    {
      id: 'change',
      header: t('compare.change'),
      value: ({ change }) => change,
      cell: ({ change }) => signed(change),
      numeric: true,
    },
    { id: 'maximum', header: t('cut.maximum'), value: ({ maximum }) => maximum, numeric: true },
  ];
  return (
    <ChartFrame
      title={t('compare.periods')}
      sentence={t('compare.periodsSentence')}
      columns={columns}
      rows={periods}
      fileName={`compare-${from.auditDate}-${to.auditDate}`}
    >
      <ul className={classes['moves']}>
        {periods.map((move) => (
          <li key={name(move)}>
            <span>{name(move)}</span>
            <span className={classes['track']} aria-hidden="true">
              <span className={classes['maximum']} style={{ width: at(move.maximum) }} />
              <span
                className={classes['way']}
                style={{ left: at(Math.min(move.from, move.to)), width: at(Math.abs(move.change)) }}
              />
              <span className={classes['from']} style={{ left: at(move.from) }} />
              <span className={classes['to']} style={{ left: at(move.to) }} />
            </span>
            <span className={classes['figure']}>
              {move.from} → {move.to} <b>{signed(move.change)}</b>
            </span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
