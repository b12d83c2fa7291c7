import { Malformed } from '@mainstay/event-sourcing';

const DEEPEST = 100;

/**
 * Refuses, before any of it reaches a query or an event, text that the database cannot hold and depth that none needs.
 * @throws Malformed naming the field
 */
export function assertKeepable(value: unknown, where: 'address' | 'body' | 'query'): void {
  const field = unkeepable(value, []);
  if (!field) return;
  const name = field.slice(0, 10).join('.') || where;
  const tooDeep = field.length > DEEPEST;
  const rule = tooDeep
    ? `must not nest deeper than ${DEEPEST} levels`
    : 'must hold neither NUL nor half of a surrogate pair';
  throw new Malformed(`request.${where}`, `${name}: ${rule}.`, { errors: [{ field: name, rule }] });
}

/** Where such text stands, as a path of keys. */
function unkeepable(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (path.length > DEEPEST) return path;
  for (const [key, part] of Object.entries(value)) {
    const found = unkeepable(key, path) ?? unkeepable(part, [...path, key]);
    if (found) return found;
  }
  return undefined;
}
