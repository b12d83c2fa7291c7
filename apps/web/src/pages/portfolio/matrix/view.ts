/** What part of the matrix is shown: pure geometry. A place p of the drawing shows at p * zoom + offset. */
export interface View {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}
interface Box {
  readonly width: number;
  readonly height: number;
}

export const whole: View = { zoom: 1, x: 0, y: 0 };
const MOST = 24;

/** Never further out than the whole, and never past its edges. */
function within({ zoom, x, y }: View, { width, height }: Box): View {
  const edge = (offset: number, length: number) => Math.min(0, Math.max(length - length * zoom, offset));
  return { zoom, x: edge(x, width), y: edge(y, height) };
}

/** Enlarges or reduces around a place on the screen, which stays where it is. */
export function zoomed(view: View, factor: number, at: { readonly x: number; readonly y: number }, box: Box): View {
  const zoom = Math.min(MOST, Math.max(1, view.zoom * factor));
  const grown = zoom / view.zoom;
  return within({ zoom, x: at.x - (at.x - view.x) * grown, y: at.y - (at.y - view.y) * grown }, box);
}

export const panned = (view: View, dx: number, dy: number, box: Box): View =>
  within({ ...view, x: view.x + dx, y: view.y + dy }, box);

/** Brings a place into view where it is outside of it. */
export function showing(view: View, place: { readonly x: number; readonly y: number }, box: Box): View {
  const shown = onScreen(view, place);
  const inside = shown.x >= 0 && shown.x <= box.width && shown.y >= 0 && shown.y <= box.height;
  return inside ? view : panned(view, box.width / 2 - shown.x, box.height / 2 - shown.y, box);
}

export const onScreen = ({ zoom, x, y }: View, place: { readonly x: number; readonly y: number }) => ({
  x: place.x * zoom + x,
  y: place.y * zoom + y,
});
export const inDrawing = ({ zoom, x, y }: View, screen: { readonly x: number; readonly y: number }) => ({
  x: (screen.x - x) / zoom,
  y: (screen.y - y) / zoom,
});

/** Bubbles grow slower than the distances between them, so that enlarging tells them apart. */
export const radiusAt = (radius: number, zoom: number): number => radius * Math.sqrt(zoom);

interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}
/** The topmost bubble at a place on the screen, the last drawn; undefined where there is none. */
export function hit(bubbles: readonly Drawn[], view: View, screen: { readonly x: number; readonly y: number }) {
  const at = inDrawing(view, screen);
  for (let index = bubbles.length - 1; index >= 0; index--) {
    const { x, y, radius } = bubbles[index]!;
    const reach = Math.max(4, radiusAt(radius, view.zoom)) / view.zoom;
    if (Math.abs(x - at.x) <= reach && Math.hypot(x - at.x, y - at.y) <= reach) return index;
  }
  return undefined;
}
