import { type Placed } from './layout';
import { differs, type MatrixPoint } from './points';
import { onScreen, radiusAt, type View } from './view';

/** Ten thousand bubbles in a few milliseconds: each kind of bubble is drawn once and then only copied. */
export class BubblePainter {
  private readonly stamps = new Map<string, HTMLCanvasElement>();

  /** @param colourOf of a category, in the present theme; @param scale device pixels per pixel */
  constructor(
    private readonly colourOf: (category: string) => string,
    private readonly scale: number,
  ) {}

  paint(
    brush: CanvasRenderingContext2D,
    bubbles: readonly Placed<MatrixPoint>[],
    view: View,
    box: { readonly width: number; readonly height: number },
  ): void {
    for (const { point, x, y, radius } of bubbles) {
      const at = onScreen(view, { x, y });
      const reach = Math.max(2, Math.round(radiusAt(radius, view.zoom)));
      if (at.x < -reach || at.y < -reach || at.x > box.width + reach || at.y > box.height + reach) continue;
      const stamp = this.stampOf(point.category, reach, differs(point));
      const side = stamp.width / this.scale;
      brush.drawImage(stamp, at.x - side / 2, at.y - side / 2, side, side);
    }
  }

  private stampOf(category: string, radius: number, dashed: boolean): HTMLCanvasElement {
    const key = `${category} ${radius} ${dashed}`;
    let stamp = this.stamps.get(key);
    if (!stamp) {
      stamp = this.draw(this.colourOf(category), radius, dashed);
      this.stamps.set(key, stamp);
    }
    return stamp;
  }

  private draw(colour: string, radius: number, dashed: boolean): HTMLCanvasElement {
    const side = Math.ceil((radius + 2) * 2);
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
