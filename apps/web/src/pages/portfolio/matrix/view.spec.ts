import { hit, inDrawing, onScreen, panned, showing, type View, whole, zoomed } from './view';

const box = { width: 800, height: 500 };

describe('what part of the matrix is shown', () => {
  it('keeps the place under the pointer where it is while it is enlarged', () => {
    const at = { x: 300, y: 200 };
    const before = inDrawing(whole, at);
    const view = zoomed(whole, 3, at, box);
    expect(onScreen(view, before)).toEqual(at);
    expect(view.zoom).toBe(3);
  });

  it('is never more than the whole, and never past its edges', () => {
    expect(zoomed(whole, 0.2, { x: 10, y: 10 }, box)).toEqual(whole);
    expect(panned(whole, 50, -50, box)).toEqual(whole);
    const near: View = zoomed(whole, 2, { x: 0, y: 0 }, box);
    expect(panned(near, -9999, -9999, box)).toEqual({ zoom: 2, x: -800, y: -500 });
  });

  it('follows a bubble that is chosen by key outside of it', () => {
    const corner = zoomed(whole, 4, { x: 0, y: 0 }, box);
    const shown = onScreen(showing(corner, { x: 700, y: 400 }, box), { x: 700, y: 400 });
    expect(shown.x).toBeLessThanOrEqual(box.width);
    expect(shown.y).toBeLessThanOrEqual(box.height);
    expect(showing(corner, { x: 10, y: 10 }, box)).toBe(corner);
  });

  it('finds the bubble on top', () => {
    const bubbles = [
      { x: 100, y: 100, radius: 30 },
      { x: 110, y: 100, radius: 8 },
    ];
    expect(hit(bubbles, whole, { x: 110, y: 100 })).toBe(1);
    expect(hit(bubbles, whole, { x: 80, y: 100 })).toBe(0);
    expect(hit(bubbles, whole, { x: 300, y: 300 })).toBeUndefined();
    const view = zoomed(whole, 4, { x: 110, y: 100 }, box);
    expect(hit(bubbles, view, onScreen(view, { x: 110, y: 100 }))).toBe(1);
  });
});
