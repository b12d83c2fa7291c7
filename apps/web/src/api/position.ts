/**
 * Highest place in the feed that one of our commands was answered with. Queries send it back, so that a person always
 * reads their own write. Positions sort as strings.
 */
let highest: string | undefined;

export function rememberPosition(position: string | null): void {
  if (position !== null && (highest === undefined || position > highest)) highest = position;
}

export const lastPosition = (): string | undefined => highest;
