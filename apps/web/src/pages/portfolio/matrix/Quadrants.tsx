import { suggestionText } from '~/ui';
import { t } from '../texts';
import { cornerOf, type Frame, xOf, yOf } from './layout';
import classes from './Matrix.module.css';

/** The four fields of the matrix with their names and the two axes. */
export function Quadrants({ frame }: { frame: Frame }) {
  const { left, right, top, bottom, width, height } = frame;
  const x = { low: left, middle: xOf(frame, 5), high: width - right };
  const y = { high: top, middle: yOf(frame, 5), low: height - bottom };
  const fields = [
    { category: 'star', x: x.low, y: y.high, toX: x.middle, toY: y.middle },
    { category: 'strategic', x: x.middle, y: y.high, toX: x.high, toY: y.middle },
    { category: 'streamline', x: x.low, y: y.middle, toX: x.middle, toY: y.low },
    { category: 'status', x: x.middle, y: y.middle, toX: x.high, toY: y.low },
  ];
  return (
    <g aria-hidden="true">
      {fields.map(({ category, x, y, toX, toY }) => (
        <g key={category}>
          <rect className={classes['quadrant']} x={x} y={y} width={toX - x} height={toY - y} />
          <text className={classes['quadrantName']} {...cornerOf(frame, category)}>
            {suggestionText(category)}
          </text>
        </g>
      ))}
      {[0, 5, 10].map((mark) => (
        <g key={mark} className={classes['axis']}>
          <text x={xOf(frame, mark)} y={y.low + 15} textAnchor="middle">
            {mark}
          </text>
          <text x={left - 6} y={yOf(frame, mark) + 4} textAnchor="end">
            {mark}
          </text>
        </g>
      ))}
      <text className={classes['axis']} x={(x.low + x.high) / 2} y={y.low + 31} textAnchor="middle">
        {t('matrix.standing')} →
      </text>
      <text
        className={classes['axis']}
        transform={`translate(12 ${(y.high + y.low) / 2}) rotate(-90)`}
        textAnchor="middle"
      >
        {t('matrix.attractiveness')} →
      </text>
    </g>
  );
}
