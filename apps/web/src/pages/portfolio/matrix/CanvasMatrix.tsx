import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Button, Group } from '@mantine/core';
import { useNavigate } from 'react-router';
import { useTenantAddress } from '~/app/address';
import { t } from '../texts';
import { type Direction, type Frame, neighbour, scoresAt, xOf, yOf } from './layout';
import type { MatrixProps } from './Matrix';
import classes from './Matrix.module.css';
import { differs, sizeOf } from './points';
import { Quadrants } from './Quadrants';
import { usePainting } from './use-painting';
import { MARGIN, usePanAndZoom } from './use-pan-and-zoom';
import { usePointText } from './use-point-text';
import { onScreen, radiusAt, showing, whole, zoomed } from './view';

/** Smaller than in the drawing with names: thousands of bubbles are told apart by where they are. */
const SHRUNK = 0.45;

/** Thousands of bubbles, painted: the wheel enlarges, dragging moves the picture or aims with a bubble. */
export function CanvasMatrix({ points, size, onAim, frame }: MatrixProps & { frame: Frame }) {
  const placed = useMemo(() => {
    const bubbles = [...points].sort((one, other) => sizeOf(other, size) - sizeOf(one, size));
    const most = bubbles[0] ? Math.max(1, sizeOf(bubbles[0], size)) : 1;
    return bubbles.map((point) => ({
      point,
      x: xOf(frame, point.standing),
      y: yOf(frame, point.attractiveness),
      radius: Math.max(6, Math.sqrt(sizeOf(point, size) / most) * 30) * SHRUNK,
      category: point.category,
      dashed: differs(point),
    }));
  }, [points, size, frame]);
  const surface = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const textOf = usePointText();
  const address = useTenantAddress();
  const navigate = useNavigate();
  const [at, setAt] = useState<number>();
  const { view, setView, pointed, dragged, handlers } = usePanAndZoom(surface, picture, placed, frame, {
    onDrop: (index, place) => onAim({ accountId: placed[index]!.point.id, ...scoresAt(frame, place.x, place.y) }),
    onPress: (index) => void navigate(address(`portfolio/${placed[index]!.point.id}`)),
    onMove: () => paintMargin(),
  });
  const { canvas, paintMargin } = usePainting(picture, placed, view, frame);

  const shown = dragged?.index ?? pointed ?? at;
  const bubble = shown === undefined ? undefined : placed[shown];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const centre = { x: frame.width / 2, y: frame.height / 2 };
    const here = at === undefined ? undefined : placed[at];
    if (event.key.startsWith('Arrow')) {
      event.preventDefault();
      const next = at === undefined ? 0 : neighbour(placed, at, event.key as Direction);
      setAt(next);
      setView((now) => showing(now, placed[next]!, frame));
    } else if (event.key === '+') setView((now) => zoomed(now, 1.5, here ? onScreen(now, here) : centre, frame));
    else if (event.key === '-') setView((now) => zoomed(now, 1 / 1.5, centre, frame));
    else if (event.key === '0') setView(whole);
    else if (event.key === 'Enter' && here) void navigate(address(`portfolio/${here.point.id}`));
    else if (event.key === 'w' && here) onAim({ ...here.point, accountId: here.point.id });
  };
  return (
    <>
      <Zoom setView={setView} frame={frame} />
      {/* The one stop of the Tab key: the keys move between bubbles, and the bubble is told beneath. */}
      <div
        ref={surface}
        className={classes['painted']}
        style={{ width: frame.width, height: frame.height }}
        role="application"
        aria-label={`${t('matrix.title')}. ${t('matrix.keysPainted')}`}
        aria-describedby="matrix-pointed"
        tabIndex={0}
        onKeyDown={onKeyDown}
        {...handlers}
      >
        <div ref={picture} className={classes['picture']} style={{ inset: -MARGIN }}>
          <svg width="100%" height="100%" aria-hidden="true">
            <g transform={`translate(${view.x + MARGIN} ${view.y + MARGIN}) scale(${view.zoom})`}>
              <Quadrants frame={frame} />
            </g>
          </svg>
          <canvas ref={canvas} />
        </div>
        {bubble && (
          <svg width={frame.width} height={frame.height} className={classes['over']} aria-hidden="true">
            <circle
              cx={onScreen(view, bubble).x}
              cy={onScreen(view, bubble).y}
              r={radiusAt(bubble.radius, view.zoom) + 2}
              className={classes['ring']}
            />
            {dragged && (
              <g className={classes['ghost']}>
                <line x1={onScreen(view, bubble).x} y1={onScreen(view, bubble).y} x2={dragged.x} y2={dragged.y} />
                <circle cx={dragged.x} cy={dragged.y} r={radiusAt(bubble.radius, view.zoom)} />
              </g>
            )}
          </svg>
        )}
      </div>
      <p className={classes['told']} id="matrix-pointed" aria-live="polite">
        {bubble ? textOf(bubble.point) : t('matrix.painted', { n: points.length })}
      </p>
    </>
  );
}

interface ZoomProps {
  setView: ReturnType<typeof usePanAndZoom>['setView'];
  frame: Frame;
}

function Zoom({ setView, frame }: ZoomProps) {
  const centre = { x: frame.width / 2, y: frame.height / 2 };
  const by = (factor: number) => setView((now) => zoomed(now, factor, centre, frame));
  return (
    <Group gap="xs" justify="flex-end" mb={4} data-screen-only>
      <Button size="compact-sm" variant="default" onClick={() => by(1.5)} aria-label={t('matrix.nearer')}>
        +
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => by(1 / 1.5)} aria-label={t('matrix.further')}>
        −
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setView(whole)}>
        {t('matrix.whole')}
      </Button>
    </Group>
  );
}
