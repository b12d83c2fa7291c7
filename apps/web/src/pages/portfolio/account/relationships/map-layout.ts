export const levels = ['board', 'senior', 'middle', 'operational'] as const;
type Level = (typeof levels)[number];

const ROW = 44;
const HEADING = 26;

export interface MapLayout {
  /** Middle of each contact, and of each person of ours, from the top. */
  readonly contacts: ReadonlyMap<string, number>;
  readonly people: ReadonlyMap<string, number>;
  /** Only levels at which there is somebody. */
  readonly headings: readonly { readonly level: Level; readonly y: number }[];
  readonly height: number;
}

interface Placed {
  readonly id: string;
  readonly level: Level;
  readonly relationships: readonly { readonly personId: string }[];
}

/** Their people below the heading of their level; ours beside those whom they know, so that few lines cross. */
export function mapLayout(contacts: readonly Placed[]): MapLayout {
  const places = new Map<string, number>();
  const headings: { level: Level; y: number }[] = [];
  let y = 0;
  for (const level of levels) {
    const there = contacts.filter((contact) => contact.level === level);
    if (there.length === 0) continue;
    headings.push({ level, y: y + HEADING / 2 });
    y += HEADING;
    for (const { id } of there) {
      places.set(id, y + ROW / 2);
      y += ROW;
    }
  }
  const people = oursByHeight(contacts, places);
  const height = Math.max(y, people.length * ROW + HEADING);
  const room = (height - HEADING) / Math.max(people.length, 1);
  return {
    contacts: places,
    people: new Map(people.map((id, index) => [id, HEADING + room * (index + 0.5)])),
    headings,
    height,
  };
}

/** In the order of the average height of those whom they know. */
function oursByHeight(contacts: readonly Placed[], places: ReadonlyMap<string, number>): string[] {
  const heights = new Map<string, number[]>();
  for (const { id, relationships } of contacts) {
    for (const { personId } of relationships) {
      heights.set(personId, [...(heights.get(personId) ?? []), places.get(id)!]);
    }
  }
  const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [...heights]
    .sort(([one, a], [other, b]) => average(a) - average(b) || (one < other ? -1 : 1))
    .map(([personId]) => personId);
}

interface Ends {
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
}

/** A point on the line between two people: a cubic curve that leaves and arrives level. @param part of the way, 0 to 1 */
export function alongLine({ left, right, from, to }: Ends, part: number): { x: number; y: number } {
  const rest = 1 - part;
  const [start, bends, end] = [rest ** 3, 3 * rest * part, part ** 3];
  const middle = (left + right) / 2;
  return {
    x: start * left + bends * middle + end * right,
    y: (start + bends * rest) * from + (bends * part + end) * to,
  };
}
