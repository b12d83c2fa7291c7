import type { Catalogue } from '../catalogue/catalogue';
import type { AuditResults } from '../results/results.views';
import { rect, svg, text, tones } from './svg';
import { percent } from './words';

const HEAD = 18;
const ROW = 17;
const GAP = 5;
const NAMES = 150;

/** Periods by streams: in each cell the per cent of its maximum as a figure and as a bar from zero. */
export function heatChart({ periods, cells }: AuditResults, { structure }: Catalogue, width: number): string {
  const { streams } = structure;
  const column = (width - NAMES) / streams.length;
  const left = (index: number) => NAMES + index * column + 4;
  const top = (index: number) => HEAD + index * ROW + Math.floor(index / 3) * GAP;
  const heads = streams.map(({ name }, index) => text(left(index), 11, name, { size: 8.5, bold: true }));
  const rows = periods.flatMap(({ phase, period }, row) => {
    const y = top(row);
    const name = structure.periods.find((one) => one.phase === phase && one.number === period)!.name;
    const across = streams.flatMap(({ id }, index) => {
      const cell = cells.find((one) => one.phase === phase && one.period === period && one.stream === id);
      const x = left(index);
      if (!cell) return [text(x + 6, y + 11, '–', { fill: tones.dim })];
      const inner = column - 8;
      return [
        rect(x, y + 1, inner, ROW - 3, tones.ground),
        rect(x, y + ROW - 5, (cell.percent / 100) * inner, 3, toneOf(cell.percent)),
        rect(x, y + 1, 2, ROW - 3, toneOf(cell.percent)),
        text(x + 34, y + 10, percent(cell.percent), { size: 8.5, bold: true, anchor: 'end' }),
        text(x + inner - 4, y + 10, `${cell.score} of ${cell.maximum}`, { size: 7.5, fill: tones.dim, anchor: 'end' }),
      ];
    });
    return [
      text(4, y + 11, `${phase}${period}`, { size: 8, fill: tones.dim }),
      text(22, y + 11, name, { size: 8.5 }),
      ...across,
    ];
  });
  return svg(width, top(periods.length - 1) + ROW, [...heads, ...rows]);
}

function toneOf(reached: number): string {
  if (reached >= 80) return tones['maturity-3'];
  if (reached >= 50) return tones['maturity-2'];
  return reached > 0 ? tones['maturity-1'] : tones['maturity-0'];
}
