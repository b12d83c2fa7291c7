import { month } from '~/i18n/format';
import { ChartFrame, type Column } from '~/ui';
import type { Catalogue } from '../catalogue';
import { Lines } from '../charts/Lines';
import { t as common } from '../texts';
import { type Comparison, signed } from './ComparePage';
import { t } from './texts';

interface Slope {
  readonly id: string;
  readonly name: string;
  readonly maximum: number;
  readonly from: number;
  readonly to: number;
  readonly change: number;
}

/** Where each phase and the whole stood, and where they stand: one line each. */
export function Slopes({ comparison, catalogue }: { comparison: Comparison; catalogue: Catalogue }) {
  const { from, to, phases, score } = comparison;
  const slopes: Slope[] = [
    ...phases.map(({ phase, ...figures }) => ({ id: phase, name: catalogue.phaseName(phase), ...figures })),
    { id: 'overall', name: t('slopes.overall'), ...score },
  ];
  const columns: Column<Slope>[] = [
    { id: 'name', header: t('slopes.name'), value: ({ name }) => name },
    { id: 'from', header: t('slopes.points', { title: from.title }), value: ({ from }) => from, numeric: true },
    { id: 'to', header: t('slopes.points', { title: to.title }), value: ({ to }) => to, numeric: true },
    {
      id: 'change',
      header: common('compare.change'),
      value: ({ change }) => change,
      cell: ({ change }) => signed(change),
      numeric: true,
    },
    { id: 'maximum', header: common('cut.maximum'), value: ({ maximum }) => maximum, numeric: true },
  ];
  return (
    <ChartFrame
      title={t('slopes.title')}
      sentence={t('slopes.sentence')}
      columns={columns}
      rows={slopes}
      fileName={`slopes-${from.auditDate}-${to.auditDate}`}
    >
      <Lines
        stops={[
          { label: month(from.auditDate), at: 0 },
          { label: month(to.auditDate), at: 1 },
        ]}
        lines={slopes.map(({ id, name, maximum, from, to }) => ({
          id,
          name,
          values: [(from / maximum) * 100, (to / maximum) * 100],
          strong: id === 'overall',
        }))}
      />
    </ChartFrame>
  );
}
