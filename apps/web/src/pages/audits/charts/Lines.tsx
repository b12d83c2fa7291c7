import { useElementSize } from '@mantine/hooks';
import { number } from '~/i18n/format';
import classes from './Lines.module.css';
import { apart } from './apart';

export interface Line {
  readonly id: string;
  readonly name: string;
  /** Per cent, one for each stop. */
  readonly values: readonly number[];
  readonly strong?: boolean;
}

export interface Stop {
  readonly label: string;
  /** Place from left to right, 0 to 1. */
  readonly at: number;
}

const HEIGHT = 280;
const TOP = 12;
const BOTTOM = 28;
const LEFT = 44;
/** For the names at the ends of the lines. */
const RIGHT = 160;
const LABEL = 15;

/** Lines from stop to stop on a scale from 0 to 100 %, each named where it ends. The figures are in the frame's table. */
export function Lines({ stops, lines }: { stops: readonly Stop[]; lines: readonly Line[] }) {
  const { ref, width } = useElementSize();
  const plot = Math.max(0, width - LEFT - RIGHT);
  const x = (at: number) => LEFT + at * plot;
  const y = (percent: number) => TOP + (1 - percent / 100) * (HEIGHT - TOP - BOTTOM);
  const ends = apart(
    lines.map(({ values }) => y(values.at(-1) ?? 0)),
    LABEL,
    HEIGHT - BOTTOM,
  );
  const shown = labelled(stops, plot);
  return (
    <div ref={ref} className={classes['lines']}>
      {width > 0 && (
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} aria-hidden="true">
          {[0, 25, 50, 75, 100].map((percent) => (
            <g key={percent}>
              <line x1={LEFT} x2={LEFT + plot} y1={y(percent)} y2={y(percent)} className={classes['grid']} />
              <text x={LEFT - 8} y={y(percent)} dy="0.32em" textAnchor="end" className={classes['scale']}>
                {number(percent)}
              </text>
            </g>
          ))}
          {stops.map(({ label, at }, index) => (
            <g key={index}>
              <line x1={x(at)} x2={x(at)} y1={TOP} y2={HEIGHT - BOTTOM} className={classes['stop']} />
              {shown.has(index) && (
                <text
                  x={x(at)}
                  y={HEIGHT - 8}
                  textAnchor={at === 0 ? 'start' : at === 1 ? 'end' : 'middle'}
                  className={classes['scale']}
                >
                  {label}
                </text>
              )}
            </g>
          ))}
          {lines.map(({ id, name, values, strong }, index) => (
            <g key={id} data-strong={strong || undefined}>
              <polyline
                points={values.map((value, stop) => `${x(stops[stop]!.at)},${y(value)}`).join(' ')}
                className={classes['line']}
              />
              {values.map((value, stop) => (
                <circle
                  key={stop}
                  cx={x(stops[stop]!.at)}
                  cy={y(value)}
                  r={strong ? 4 : 3}
                  className={classes['point']}
                />
              ))}
              <text x={LEFT + plot + 10} y={ends[index]} dy="0.32em" className={classes['name']}>
                {name} {number(Math.floor(values.at(-1) ?? 0))} %
              </text>
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

/** Stops whose words do not run into those before; the last one always has its words. */
function labelled(stops: readonly Stop[], plot: number): ReadonlySet<number> {
  const room = 76;
  const shown = new Set([stops.length - 1]);
  let free = 0;
  stops.forEach(({ at }, index) => {
    if (at * plot < free || (1 - at) * plot < room) return;
    shown.add(index);
    free = at * plot + room;
  });
  return shown;
}
