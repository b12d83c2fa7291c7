import type { Catalogue } from '../catalogue/catalogue';
import type { AuditResults } from '../results/results.views';
import { line, rect, svg, text, tones } from './svg';
import { percent } from './words';

const ROW = 15;
const GAP = 7;
const NAMES = 178;
const FIGURES = 92;

/** Twelve bars from zero on one scale, each against the maximum of its period, with the threshold marked. */
export function periodChart(results: AuditResults, { structure }: Catalogue, width: number): string {
  const { periods, currentPeriod, threshold } = results;
  const scale = Math.max(...periods.map(({ maximum }) => maximum));
  const track = width - NAMES - FIGURES;
  const share = (points: number) => (points / scale) * track;
  const top = (index: number) => index * ROW + Math.floor(index / 3) * GAP;
  const rows = periods.flatMap(({ phase, period, score, maximum, percent: reached }, index) => {
    const y = top(index);
    const name = structure.periods.find((one) => one.phase === phase && one.number === period)!.name;
    const current = currentPeriod?.phase === phase && currentPeriod.period === period;
    return [
      current ? rect(0, y + 0.5, width, ROW - 1, '#e7eef8') : '',
      text(4, y + 10.5, `${phase}${period}`, { size: 8, fill: tones.dim }),
      text(22, y + 10.5, current ? `${name} (current)` : name, { size: 8.5, bold: current }),
      rect(NAMES, y + 3, share(maximum), ROW - 6, tones.ground, `stroke="${tones.line}" stroke-width="0.75"`),
      rect(NAMES, y + 3, share(score), ROW - 6, tones['maturity-2']),
      line(
        NAMES + share((maximum * threshold) / 100),
        y + 1.5,
        NAMES + share((maximum * threshold) / 100),
        y + ROW - 1.5,
        tones.ink,
        1,
      ),
      text(width - 36, y + 10.5, `${score} of ${maximum}`, { size: 8.5, anchor: 'end' }),
      text(width - 4, y + 10.5, percent(reached), { size: 8.5, bold: true, anchor: 'end' }),
    ];
  });
  return svg(width, top(periods.length - 1) + ROW + 2, rows);
}
