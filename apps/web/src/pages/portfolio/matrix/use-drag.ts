import { type PointerEvent, type RefObject, useRef, useState } from 'react';

interface Dragged {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

/** So far a press may wander and still be a click. */
const SLACK = 5;

/** Dragging a bubble: a ghost goes along with the pointer, and where it is let go is told. Nothing moves by it. */
export function useDrag(chart: RefObject<SVGSVGElement | null>, onDrop: (index: number, x: number, y: number) => void) {
  const began = useRef<Dragged>(undefined);
  const [dragged, setDragged] = useState<Dragged>();
  const placeOf = (event: PointerEvent) => {
    const box = chart.current!.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const grab = (index: number, event: PointerEvent) => {
    if (event.button === 0 && event.pointerType !== 'touch') began.current = { index, ...placeOf(event) };
  };
  const follow = (event: PointerEvent) => {
    if (!began.current) return;
    const { index, x, y } = began.current;
    const here = placeOf(event);
    if (!dragged && Math.hypot(here.x - x, here.y - y) < SLACK) return;
    if (!dragged) event.currentTarget.setPointerCapture(event.pointerId);
    setDragged({ index, ...here });
  };
  const drop = () => {
    began.current = undefined;
    if (!dragged) return;
    setDragged(undefined);
    onDrop(dragged.index, dragged.x, dragged.y);
  };
  return { dragged, grab, follow, drop };
}
