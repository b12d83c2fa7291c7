import { onScreen, radiusAt, type View } from './view';

/** A bubble as it is painted: all that does not change while the picture moves is worked out once. */
export interface Painted {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly category: string;
  readonly dashed: boolean;
}

/**
 * Ten thousand bubbles in a few milliseconds: each kind of bubble is drawn once and then only copied, pixel by pixel, for
 * copies that have to be scaled or fall between pixels cost many times as much.
 */
export class BubblePainter {
  private readonly stamps = new Map<string, HTMLCanvasElement[]>();

  /** @param colourOf of a category, in the present theme; @param scale device pixels per pixel */
  constructor(
    private readonly colourOf: (category: string) => string,
    private readonly scale: number,
  ) {}

  paint(
    brush: CanvasRenderingContext2D,
    bubbles: readonly Painted[],
    view: View,
    box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
  ): void {
    brush.setTransform(1, 0, 0, 1, 0, 0);
    for (const { x, y, radius, category, dashed } of bubbles) {
      const at = onScreen(view, { x, y });
      const reach = Math.max(2, Math.round(radiusAt(radius, view.zoom)));
      if (at.x < box.left - reach || at.x > box.right + reach) continue;
      if (at.y < box.top - reach || at.y > box.bottom + reach) continue;
      const stamp = this.stampOf(category, dashed, reach);
      brush.drawImage(
        stamp,
        Math.round(at.x * this.scale - stamp.width / 2),
        Math.round(at.y * this.scale - stamp.height / 2),
      );
    }
  }

  private stampOf(category: string, dashed: boolean, radius: number): HTMLCanvasElement {
    const kind = dashed ? `${category}-` : category;
    let sizes = this.stamps.get(kind);
    if (!sizes) this.stamps.set(kind, (sizes = []));
    return (sizes[radius] ??= this.draw(this.colourOf(category), radius, dashed));
  }

  private draw(colour: string, radius: number, dashed: boolean): HTMLCanvasElement {
    const side = (radius + 2) * 2;
    const stamp = document.createElement('canvas');
    stamp.width = stamp.height = Math.ceil(side * this.scale);
    const brush = stamp.getContext('2d')!;
    brush.scale(this.scale, this.scale);
    brush.beginPath();
    brush.arc(side / 2, side / 2, radius, 0, 2 * Math.PI);
    brush.fillStyle = colour;
    brush.globalAlpha = 0.25;
    brush.fill();
    brush.globalAlpha = 1;
    brush.strokeStyle = colour;
    brush.lineWidth = 1.25;
    if (dashed) brush.setLineDash([4, 3]);
    brush.stroke();
    return stamp;
  }
}
