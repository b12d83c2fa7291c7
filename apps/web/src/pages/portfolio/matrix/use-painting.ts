import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import { categoryTone } from '~/ui';
import type { Frame } from './layout';
import { BubblePainter, type Painted } from './paint';
import { MARGIN } from './use-pan-and-zoom';
import type { View } from './view';

/** The margin is painted when the picture has stood still for so long, in ms, or is taken hold of. */
const STILL = 150;

/** Paints the bubbles: what shows at once, and what lies beyond its edges when there is time. */
export function usePainting(
  picture: RefObject<HTMLElement | null>,
  bubbles: readonly Painted[],
  view: View,
  frame: Frame,
) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painted = useRef<'all' | 'shown' | 'nothing'>('nothing');
  const scheme = useComputedColorScheme();
  const painter = useMemo(() => painterFor(scheme), [scheme]);

  const paint = useCallback(
    (what: 'all' | 'shown') => {
      const brush = prepared(canvas.current, frame);
      if (!brush) return;
      const around = what === 'all' ? MARGIN : 0;
      const box = {
        left: MARGIN - around,
        top: MARGIN - around,
        right: MARGIN + frame.width + around,
        bottom: MARGIN + frame.height + around,
      };
      painter.paint(brush, bubbles, { ...view, x: view.x + MARGIN, y: view.y + MARGIN }, box);
      painted.current = what;
    },
    [bubbles, view, frame, painter],
  );

  // What was moved is painted anew where it is now, in the frame in which it ceases to be moved.
  useLayoutEffect(() => {
    painted.current = 'nothing';
    const style = picture.current?.style;
    if (!style?.transform) return;
    paint('shown');
    style.removeProperty('transform');
  }, [paint, picture]);
  useEffect(() => {
    const request = requestAnimationFrame(() => {
      if (painted.current === 'nothing') paint('shown');
    });
    const still = setTimeout(() => {
      if (painted.current !== 'all') paint('all');
    }, STILL);
    return () => {
      cancelAnimationFrame(request);
      clearTimeout(still);
    };
  }, [paint]);

  const paintMargin = () => {
    if (painted.current !== 'all') paint('all');
  };
  return { canvas, paintMargin };
}

/** Colours as the theme has them this moment: a canvas knows no custom properties. */
function painterFor(_scheme: string): BubblePainter {
  const style = getComputedStyle(document.documentElement);
  return new BubblePainter(
    (category) => style.getPropertyValue(`--tone-${categoryTone(category)}`).trim(),
    window.devicePixelRatio,
  );
}

/** Cleared, with its margin, as sharp as the screen is; undefined while the canvas is not on the page. */
function prepared(canvas: HTMLCanvasElement | null, frame: Frame): CanvasRenderingContext2D | undefined {
  const brush = canvas?.getContext('2d');
  if (!canvas || !brush) return undefined;
  const scale = window.devicePixelRatio;
  const width = Math.round((frame.width + 2 * MARGIN) * scale);
  const height = Math.round((frame.height + 2 * MARGIN) * scale);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  brush.setTransform(1, 0, 0, 1, 0, 0);
  brush.clearRect(0, 0, width, height);
  return brush;
}
