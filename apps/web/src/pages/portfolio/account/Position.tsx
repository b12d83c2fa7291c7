import { tone } from '~/theme/tones';
import { CategoryShape, categoryTone } from '~/ui';
import { type Frame, xOf, yOf } from '../matrix/layout';
import { Quadrants } from '../matrix/Quadrants';
import { t } from '../texts';

const frame: Frame = { width: 300, height: 260, left: 36, right: 12, top: 8, bottom: 38 };

interface PositionProps {
  attractiveness: number;
  standing: number;
  category: string;
}

/** Where one account stands in the matrix. */
export function Position({ attractiveness, standing, category }: PositionProps) {
  const x = xOf(frame, standing);
  const y = yOf(frame, attractiveness);
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      width="100%"
      style={{ maxWidth: 340 }}
      role="img"
      aria-label={`${t('matrix.attractiveness')} ${attractiveness}, ${t('matrix.standing')} ${standing}`}
    >
      <Quadrants frame={frame} />
      <circle cx={x} cy={y} r={13} fill={tone(categoryTone(category))} fillOpacity={0.25} />
      <g transform={`translate(${x - 7} ${y - 7})`}>
        <CategoryShape category={category} size={14} />
      </g>
    </svg>
  );
}
