/**
 * Places moved downwards, and back up from the floor, until no two stand closer than `room`; in the order given.
 * Each stays as near to its own place as the others let it.
 */
export function apart(places: readonly number[], room: number, floor: number): number[] {
  const order = places.map((_, index) => index).sort((one, other) => places[one]! - places[other]!);
  const moved = [...places];
  let free = -Infinity;
  for (const index of order) {
    moved[index] = Math.max(places[index]!, free);
    free = moved[index]! + room;
  }
  let under = floor;
  for (const index of order.toReversed()) {
    moved[index] = Math.min(moved[index]!, under);
    under = moved[index]! - room;
  }
  return moved;
}
