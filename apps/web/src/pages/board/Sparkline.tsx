import { day, number } from '~/i18n/format';
import type { Tile } from './address';
import classes from './board.module.css';
import { t } from './texts';

const WIDTH = 240;
const HEIGHT = 44;
const EDGE = 4;

interface SparklineProps {
  title: string;
  points: Tile['trend'];
  /** Counts of single months stand as bars; states that go on as a line. */
  bars?: boolean;
}

/** How a figure came to be what it is. From zero up, first and last point in words. */
export function Sparkline({ title, points, bars = false }: SparklineProps) {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return <p className={classes['noTrend']}>{t('noTrend')}</p>;
  const most = Math.max(1, ...points.map(({ value }) => value));
  const y = (value: number) => HEIGHT - EDGE - (value / most) * (HEIGHT - 2 * EDGE);
  const words = { title, first: first.value, from: day(first.on), last: last.value, to: day(last.on) };
  return (
    <figure className={classes['trend']}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={t('trend', words)}>
        <line x1={0} x2={WIDTH} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} className={classes['base']} />
        {bars ? <Bars points={points} y={y} /> : <Line points={points} y={y} />}
      </svg>
      <figcaption aria-hidden>
        <span>
          {day(first.on)}: {number(first.value)}
        </span>
        <span>
          {day(last.on)}: {number(last.value)}
        </span>
      </figcaption>
    </figure>
  );
}

interface MarksProps {
  points: Tile['trend'];
  y: (value: number) => number;
}

function Line({ points, y }: MarksProps) {
  const begin = Date.parse(points[0]!.on);
  const span = Date.parse(points.at(-1)!.on) - begin || 1;
  const at = points.map(
    ({ on, value }) => [EDGE + ((Date.parse(on) - begin) / span) * (WIDTH - 2 * EDGE), y(value)] as const,
  );
  const path = at.map(([x, y]) => `${x} ${y}`).join(' L ');
  const base = HEIGHT - EDGE;
  return (
    <>
      <path d={`M ${at[0]![0]} ${base} L ${path} L ${at.at(-1)![0]} ${base} Z`} className={classes['area']} />
      <path d={`M ${path}`} className={classes['line']} />
    </>
  );
}

function Bars({ points, y }: MarksProps) {
  const width = WIDTH / points.length;
  return points.map(({ on, value }, index) => (
    <rect
      key={on}
      x={index * width + 1}
      width={width - 2}
      y={y(value)}
      height={HEIGHT - EDGE - y(value)}
      className={classes['column']}
    />
  ));
}
