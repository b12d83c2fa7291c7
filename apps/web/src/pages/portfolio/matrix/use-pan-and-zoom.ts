import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
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
  /** The picture is taken hold of, and has to be painted to its margin. */
  readonly onMove: () => void;
}
interface Drawn extends Place {
  readonly radius: number;
}

/** So far a press may wander and still be a click. */
const SLACK = 5;

/** So far the picture is painted beyond the edges of what shows, to be moved without being painted again. */
export const MARGIN = 200;

/**
 * The wheel enlarges where the pointer is; dragging a bubble aims with it, dragging beside it moves the picture: as it was
 * painted, without rendering anything, until it is let go or comes to the end of what was painted.
 * @param surface takes the pointer and stays; @param picture is what moves
 */
export function usePanAndZoom(
  surface: RefObject<HTMLElement | null>,
  picture: RefObject<HTMLElement | null>,
  bubbles: readonly Drawn[],
  frame: Frame,
  { onDrop, onPress, onMove }: Actions,
) {
  const [view, setView] = useState<View>(whole);
  const [pointed, setPointed] = useState<number>();
  const [dragged, setDragged] = useState<Place & { readonly index: number }>();
  const press = useRef<{ from: Place; last: Place; bubble: number | undefined; moved: boolean; to?: View }>(undefined);

  useEffect(() => {
    const element = surface.current;
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
  }, [surface, frame, view.zoom]);

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
    else movePicture(pressed, at);
    pressed.last = at;
  };
  const movePicture = (pressed: NonNullable<typeof press.current>, at: Place) => {
    if (!pressed.to) onMove();
    const to = panned(view, at.x - pressed.from.x, at.y - pressed.from.y, frame);
    const by = { x: to.x - view.x, y: to.y - view.y };
    if (Math.max(Math.abs(by.x), Math.abs(by.y)) <= MARGIN) {
      pressed.to = to;
      picture.current?.style.setProperty('transform', `translate(${by.x}px, ${by.y}px)`);
    } else {
      Object.assign(pressed, { from: at, to: undefined });
      // What comes next is reckoned from there.
      flushSync(() => setView(to));
    }
  };
  const onPointerUp = () => {
    const pressed = press.current;
    press.current = undefined;
    setDragged(undefined);
    if (pressed?.to) setView(pressed.to);
    if (pressed?.bubble === undefined) return;
    if (pressed.moved) onDrop(pressed.bubble, inDrawing(view, pressed.last));
    else onPress(pressed.bubble);
  };
  const onPointerLeave = () => setPointed(undefined);
  return { view, setView, pointed, dragged, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerLeave } };
}
