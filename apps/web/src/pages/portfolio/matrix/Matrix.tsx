import { useMemo } from 'react';
import { useElementSize } from '@mantine/hooks';
import { CategoryBadge, useCategories } from '~/ui';
import { t } from '../texts';
import { CanvasMatrix } from './CanvasMatrix';
import type { Frame } from './layout';
import classes from './Matrix.module.css';
import { type Aim, differs, type MatrixPoint, type Size } from './points';
import { SvgMatrix } from './SvgMatrix';

const frameOf = (width: number): Frame => ({
  width,
  height: Math.round(Math.min(Math.max(width * 0.62, 360), 640)),
  left: 36,
  right: 12,
  top: 8,
  bottom: 38,
});

/** So many bubbles have names and are links of their own; more are painted, to be enlarged where one looks. */
const NAMED = 400;

export interface MatrixProps {
  points: readonly MatrixPoint[];
  size: Size;
  /** A bubble was dragged somewhere. */
  onAim: (aim: Aim) => void;
}

/** Bubbles by attractiveness and standing. */
export function Matrix({ points, size, onAim }: MatrixProps) {
  const { ref, width } = useElementSize();
  const frame = useMemo(() => frameOf(Math.max(320, width)), [width]);
  const used = useCategories().order.filter((category) => points.some((point) => point.category === category));
  const Drawing = points.length > NAMED ? CanvasMatrix : SvgMatrix;
  return (
    <div ref={ref} className={classes['frame']}>
      <Drawing points={points} size={size} onAim={onAim} frame={frame} />
      <div className={classes['legend']}>
        {used.map((category) => (
          <CategoryBadge key={category} category={category} />
        ))}
        <span>{t(`matrix.area.${size}`)}</span>
        {points.some(differs) && <span>{t('matrix.dashed')}</span>}
        <span data-screen-only>{t('matrix.drag')}</span>
      </div>
    </div>
  );
}
