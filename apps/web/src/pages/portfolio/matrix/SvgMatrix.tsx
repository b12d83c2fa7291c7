import { type KeyboardEvent, type MouseEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useTenantAddress } from '~/app/address';
import { tone } from '~/theme/tones';
import { CategoryShape, categoryTone } from '~/ui';
import { t } from '../texts';
import { type Direction, type Frame, neighbour, place, type Placed, scoresAt, shortName } from './layout';
import type { MatrixProps } from './Matrix';
import classes from './Matrix.module.css';
import { differs, type MatrixPoint, sizeOf } from './points';
import { Quadrants } from './Quadrants';
import { useDrag } from './use-drag';
import { usePointText } from './use-point-text';

/** Every bubble a link with a name where there is room. One stop for the Tab key; the arrow keys move between bubbles. */
export function SvgMatrix({ points, size, onAim, frame }: MatrixProps & { frame: Frame }) {
  const placed = useMemo(() => place(points, frame, (point) => sizeOf(point, size)), [points, frame, size]);
  const [at, setAt] = useState(0);
  const chart = useRef<SVGSVGElement>(null);
  const unnamed = placed.filter(({ label }) => !label).length;
  const { dragged, grab, follow, drop } = useDrag(chart, (index, x, y) =>
    onAim({ accountId: placed[index]!.point.id, ...scoresAt(frame, x, y) }),
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const here = placed[Math.min(at, placed.length - 1)];
    if (event.key === 'w' && here) return onAim({ ...here.point, accountId: here.point.id });
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const next = neighbour(placed, Math.min(at, placed.length - 1), event.key as Direction);
    setAt(next);
    chart.current?.querySelectorAll('a')[next]?.focus();
  };
  return (
    <>
      <svg
        ref={chart}
        className={classes['chart']}
        width={frame.width}
        height={frame.height}
        role="group"
        aria-label={`${t('matrix.title')}. ${t('matrix.keys')}`}
        onKeyDown={onKeyDown}
        onPointerMove={follow}
        onPointerUp={drop}
      >
        <Quadrants frame={frame} />
        {placed.map((bubble, index) => (
          <Bubble
            key={bubble.point.id}
            placed={bubble}
            tabIndex={index === Math.min(at, placed.length - 1) ? 0 : -1}
            onFocus={() => setAt(index)}
            onGrab={(event) => grab(index, event)}
          />
        ))}
        {dragged && (
          <g className={classes['ghost']} aria-hidden="true">
            <line x1={placed[dragged.index]!.x} y1={placed[dragged.index]!.y} x2={dragged.x} y2={dragged.y} />
            <circle cx={dragged.x} cy={dragged.y} r={placed[dragged.index]!.radius} />
          </g>
        )}
      </svg>
      {unnamed > 0 && <p className={classes['hint']}>{t('matrix.hidden', { n: unnamed })}</p>}
    </>
  );
}

interface BubbleProps {
  placed: Placed<MatrixPoint>;
  tabIndex: number;
  onFocus: () => void;
  onGrab: (event: PointerEvent) => void;
}

function Bubble({ placed: { point, x, y, radius, label }, tabIndex, onFocus, onGrab }: BubbleProps) {
  const address = useTenantAddress();
  const navigate = useNavigate();
  const textOf = usePointText();
  const to = address(`portfolio/${point.id}`);
  const colour = tone(categoryTone(point.category));
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void navigate(to);
  };
  // A name without room of its own shows over its neighbours while the bubble is pointed at.
  const text = label ?? { x, y: y - radius - 10, anchor: 'middle' as const };
  return (
    <a
      href={to}
      className={classes['bubble']}
      aria-label={textOf(point)}
      draggable={false}
      {...{ tabIndex, onFocus }}
      onClick={open}
      onPointerDown={onGrab}
    >
      <circle
        cx={x}
        cy={y}
        r={radius}
        fill={colour}
        stroke={colour}
        strokeDasharray={differs(point) ? '4 3' : undefined}
      />
      <g transform={`translate(${x - 5} ${y - 5})`}>
        <CategoryShape category={point.category} size={10} />
      </g>
      <text
        className={`${classes['name']} ${label ? '' : classes['shortly']}`}
        x={text.x}
        y={text.y}
        textAnchor={text.anchor}
        dominantBaseline="central"
      >
        {shortName(point.name)}
      </text>
    </a>
  );
}
