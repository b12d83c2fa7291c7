import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Frame } from './layout';
import { hit, inDrawing, panned, type View, whole, zoomed } from './view';

interface Place {
  readonly x: number;
  readonly y: number;
}
interface Actions {
  /** A bubble was dragged to a place of the drawing. */
  readonly onDrop: (index: number, place: Place) => void;
  /** A bubble was clicked. */
  readonly onPress: (index: number) => void;
}
interface Drawn extends Place {
  readonly radius: number;
}

/** So far a press may wander and still be a click. */
const SLACK = 5;

/** The wheel enlarges where the pointer is; dragging a bubble aims with it, dragging beside it moves the picture. */
export function usePanAndZoom(
  canvas: RefObject<HTMLCanvasElement | null>,
  bubbles: readonly Drawn[],
  frame: Frame,
  { onDrop, onPress }: Actions,
) {
  const [view, setView] = useState<View>(whole);
  const [pointed, setPointed] = useState<number>();
  const [dragged, setDragged] = useState<Place & { readonly index: number }>();
  const press = useRef<{ from: Place; last: Place; bubble: number | undefined; moved: boolean }>(undefined);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const onWheel = (event: WheelEvent) => {
      // A page that is scrolled past the matrix goes on: enlarging asks for Ctrl, or for a picture already enlarged.
      if (!event.ctrlKey && view.zoom === 1 && event.deltaY > 0) return;
      event.preventDefault();
      const at = { x: event.offsetX, y: event.offsetY };
      setView((now) => zoomed(now, Math.exp(-event.deltaY / 400), at, frame));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [canvas, frame, view.zoom]);

  const placeOf = ({ nativeEvent }: PointerEvent): Place => ({ x: nativeEvent.offsetX, y: nativeEvent.offsetY });
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const from = placeOf(event);
    press.current = { from, last: from, bubble: hit(bubbles, view, from), moved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    const at = placeOf(event);
    const pressed = press.current;
    if (!pressed) return setPointed(hit(bubbles, view, at));
    pressed.moved ||= Math.hypot(at.x - pressed.from.x, at.y - pressed.from.y) >= SLACK;
    if (!pressed.moved) return;
    if (pressed.bubble !== undefined) setDragged({ index: pressed.bubble, ...at });
    else {
      const { last } = pressed;
      setView((now) => panned(now, at.x - last.x, at.y - last.y, frame));
    }
    pressed.last = at;
  };
  const onPointerUp = () => {
    const pressed = press.current;
    press.current = undefined;
    setDragged(undefined);
    if (pressed?.bubble === undefined) return;
    if (pressed.moved) onDrop(pressed.bubble, inDrawing(view, pressed.last));
    else onPress(pressed.bubble);
  };
  const onPointerLeave = () => setPointed(undefined);
  return { view, setView, pointed, dragged, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerLeave } };
}
