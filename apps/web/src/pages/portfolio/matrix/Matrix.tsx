import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import { useElementSize } from '@mantine/hooks';
import { useNavigate } from 'react-router';
import type { ReadAnswer } from '~/api/types';
import { useTenantAddress } from '~/app/address';
import { useTenantMe } from '~/app/tenant';
import { money, number } from '~/i18n/format';
import { categories, isCategory, tone } from '~/theme/tones';
import { CategoryBadge, CategoryShape, categoryText } from '~/ui';
import { t } from '../texts';
import { type Direction, type Frame, neighbour, place, type Placed, shortName } from './layout';
import classes from './Matrix.module.css';
import { Quadrants } from './Quadrants';

export type MatrixPoint = ReadAnswer<'/api/t/{tenant}/portfolio/matrix'>['points'][number];

/** A key account in another category than its scores suggest. What is no key account has no quadrant to differ from. */
export const differs = ({ category, suggested }: MatrixPoint): boolean =>
  category !== suggested && category !== 'prospect' && category !== 'not-key';

const frameOf = (width: number): Frame => ({
  width,
  height: Math.round(Math.min(Math.max(width * 0.62, 360), 640)),
  left: 36,
  right: 12,
  top: 8,
  bottom: 38,
});

/** So many bubbles can be told apart and drawn at once; the table has them all. */
const most = 400;

/** Bubbles by attractiveness and standing. One stop for the Tab key; the arrow keys move between bubbles. */
export function Matrix({ points: all }: { points: readonly MatrixPoint[] }) {
  const points = useMemo(() => largest(all), [all]);
  const { ref, width } = useElementSize();
  const frame = useMemo(() => frameOf(Math.max(320, width)), [width]);
  const placed = useMemo(() => place(points, frame), [points, frame]);
  const [at, setAt] = useState(0);
  const chart = useRef<SVGSVGElement>(null);
  const unnamed = placed.filter(({ label }) => !label).length;

  const move = (event: KeyboardEvent) => {
    if (!event.key.startsWith('Arrow') || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = neighbour(placed, Math.min(at, placed.length - 1), event.key as Direction);
    setAt(next);
    chart.current?.querySelectorAll('a')[next]?.focus();
  };
  const used = categories.filter((category) => points.some((point) => point.category === category));
  return (
    <div ref={ref} className={classes['frame']}>
      <svg
        ref={chart}
        className={classes['chart']}
        width={frame.width}
        height={frame.height}
        role="group"
        aria-label={`${t('matrix.title')}. ${t('matrix.keys')}`}
        onKeyDown={move}
      >
        <Quadrants frame={frame} />
        {placed.map((bubble, index) => (
          <Bubble
            key={bubble.point.id}
            placed={bubble}
            tabIndex={index === Math.min(at, placed.length - 1) ? 0 : -1}
            onFocus={() => setAt(index)}
          />
        ))}
      </svg>
      <div className={classes['legend']}>
        {used.map((category) => (
          <CategoryBadge key={category} category={category} />
        ))}
        <span>{t('matrix.size')}</span>
        {points.some(differs) && <span>{t('matrix.dashed')}</span>}
        {points.length < all.length && <span>{t('matrix.largest', { n: points.length })}</span>}
        {unnamed > 0 && <span>{t('matrix.hidden', { n: unnamed })}</span>}
      </div>
    </div>
  );
}

const largest = (points: readonly MatrixPoint[]) =>
  points.length <= most ? points : [...points].sort((one, other) => other.spend - one.spend).slice(0, most);

interface BubbleProps {
  placed: Placed<MatrixPoint>;
  tabIndex: number;
  onFocus: () => void;
}

function Bubble({ placed: { point, x, y, radius, label }, tabIndex, onFocus }: BubbleProps) {
  const address = useTenantAddress();
  const navigate = useNavigate();
  const to = address(`portfolio/${point.id}`);
  const colour = tone(isCategory(point.category) ? point.category : 'prospect');
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
      aria-label={usePointText(point)}
      {...{ tabIndex, onFocus }}
      onClick={open}
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

function usePointText(point: MatrixPoint): string {
  const { currency } = useTenantMe().tenant;
  const text = t('matrix.point', {
    name: point.name,
    category: categoryText(point.category),
    attractiveness: number(point.attractiveness),
    standing: number(point.standing),
    spend: money(point.spend, currency),
  });
  return differs(point) ? t('matrix.pointDiffers', { point: text, suggested: categoryText(point.suggested) }) : text;
}
