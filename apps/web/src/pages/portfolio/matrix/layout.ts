/** Where things stand in the matrix: pure geometry, in pixels of the drawing. */

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Placed<Point> {
  readonly point: Point;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Undefined where the name would cover another name or a bubble's centre. */
  readonly label?: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' | 'middle' };
}

export interface Scored {
  readonly name: string;
  readonly attractiveness: number;
  readonly standing: number;
  readonly spend: number;
}

const smallest = 6;
const largest = 30;
/** Width of a letter at the label's size, on average; close enough to keep names apart. */
const letter = 6.3;
const line = 14;
const longestName = 24;

export const shortName = (name: string) =>
  name.length > longestName ? `${name.slice(0, longestName - 1).trimEnd()}…` : name;

export const xOf = (frame: Frame, standing: number) =>
  frame.left + (standing / 10) * (frame.width - frame.left - frame.right);
export const yOf = (frame: Frame, attractiveness: number) =>
  frame.height - frame.bottom - (attractiveness / 10) * (frame.height - frame.top - frame.bottom);

/** The scores at a place of the drawing, within the scale and to one decimal. */
export function scoresAt(frame: Frame, x: number, y: number): { standing: number; attractiveness: number } {
  const tenth = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 100) / 10;
  return {
    standing: tenth((x - frame.left) / (frame.width - frame.left - frame.right)),
    attractiveness: tenth((frame.height - frame.bottom - y) / (frame.height - frame.top - frame.bottom)),
  };
}

/** Where the name of a quadrant stands: in the outer corner, where the fewest accounts are. */
export function cornerOf(frame: Frame, category: string): { x: number; y: number; textAnchor: 'start' | 'end' } {
  const right = category === 'strategic' || category === 'status';
  const above = category === 'strategic' || category === 'star';
  return {
    x: right ? frame.width - frame.right - 8 : frame.left + 8,
    y: above ? frame.top + 18 : frame.height - frame.bottom - 10,
    textAnchor: right ? 'end' : 'start',
  };
}

/** Bubbles by size, the largest first so that the small lie on top; the area is what they are sized by. Names go to the largest first. */
export function place<Point extends Scored>(
  points: readonly Point[],
  frame: Frame,
  size: (point: Point) => number = ({ spend }) => spend,
): Placed<Point>[] {
  const most = points.reduce((top, point) => Math.max(top, size(point)), 1);
  const scale = Math.min(1, frame.width / 900);
  const bubbles = [...points]
    .sort((one, other) => size(other) - size(one))
    .map((point) => ({
      point,
      x: xOf(frame, point.standing),
      y: yOf(frame, point.attractiveness),
      radius: Math.max(smallest, Math.sqrt(size(point) / most) * largest * scale),
    }));
  const taken: Box[] = [
    ...bubbles.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 })),
    ...quadrants.map((category) => cornerBox(frame, category)),
  ];
  return bubbles.map((bubble) => {
    const found = spots(bubble, shortName(bubble.point.name).length * letter).find(
      ({ box }) => inside(box, frame) && !taken.some((other) => overlap(box, other)),
    );
    if (!found) return bubble;
    taken.push(found.box);
    return { ...bubble, label: found.label };
  });
}

const quadrants = ['star', 'strategic', 'streamline', 'status'] as const;

function cornerBox(frame: Frame, category: string): Box {
  const { x, y, textAnchor } = cornerOf(frame, category);
  const width = 80;
  return {
    left: textAnchor === 'end' ? x - width : x,
    right: textAnchor === 'end' ? x : x + width,
    top: y - line,
    bottom: y + 4,
  };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function spots({ x, y, radius }: { x: number; y: number; radius: number }, width: number) {
  const gap = radius + 4;
  const middle = { top: y - line / 2, bottom: y + line / 2 };
  const centred = { left: x - width / 2, right: x + width / 2 };
  return [
    { label: { x: x + gap, y, anchor: 'start' as const }, box: { ...middle, left: x + gap, right: x + gap + width } },
    { label: { x: x - gap, y, anchor: 'end' as const }, box: { ...middle, left: x - gap - width, right: x - gap } },
    {
      label: { x, y: y - gap - line / 2, anchor: 'middle' as const },
      box: { ...centred, top: y - gap - line, bottom: y - gap },
    },
    {
      label: { x, y: y + gap + line / 2, anchor: 'middle' as const },
      box: { ...centred, top: y + gap, bottom: y + gap + line },
    },
  ];
}

const overlap = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const inside = (box: Box, frame: Frame) =>
  box.left >= frame.left &&
  box.right <= frame.width - frame.right &&
  box.top >= 0 &&
  box.bottom <= frame.height - frame.bottom;

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** The nearest bubble in a direction: what lies off to the side counts double. */
export function neighbour(placed: readonly { x: number; y: number }[], from: number, towards: Direction): number {
  const here = placed[from];
  if (!here) return 0;
  let best = from;
  let least = Infinity;
  placed.forEach(({ x, y }, index) => {
    if (index === from) return;
    const [ahead, aside] = {
      ArrowRight: [x - here.x, y - here.y],
      ArrowLeft: [here.x - x, y - here.y],
      ArrowUp: [here.y - y, x - here.x],
      ArrowDown: [y - here.y, x - here.x],
    }[towards] as [number, number];
    const distance = ahead + 2 * Math.abs(aside);
    if (ahead > 0.01 && distance < least) [best, least] = [index, distance];
  });
  return best;
}
