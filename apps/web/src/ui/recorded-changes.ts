export interface FieldChange {
  /** As recorded; empty where a single value changed. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Which fields differ between two recorded states; objects field by field, anything else as one value. */
export function changedFields(before: unknown, after: unknown): FieldChange[] {
  const from = fieldsOf(before);
  const to = fieldsOf(after);
  if (!from || !to) return same(before, after) ? [] : [{ field: '', before, after }];
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .map((field) => ({ field, before: from[field], after: to[field] }))
    .filter((change) => !same(change.before, change.after));
}

export const isPersonalData = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'personalData' in value;

function fieldsOf(value: unknown): Record<string, unknown> | undefined {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value) || isPersonalData(value)) return undefined;
  return value as Record<string, unknown>;
}

const empty = (value: unknown) => value === null || value === undefined || value === '';
const same = (a: unknown, b: unknown) => (empty(a) && empty(b)) || JSON.stringify(a) === JSON.stringify(b);
