import { sealed } from '@mainstay/personal-data';

/** Stands in an entry where an event holds sealed personal data: that it changed is history, what it said is not. */
export const PERSONAL_DATA = { personalData: true } as const;

/** The same value, with sealed personal data replaced by a mark. What holds none is given back as it is. */
export function withoutPersonalData<Value>(value: Value): Value {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return mapped(value, Object.entries(value), () => [...value]);
  if ('enc' in value && sealed.safeParse(value).success) return PERSONAL_DATA as Value;
  return mapped(value, Object.entries(value), () => ({ ...value }));
}

function mapped<Value extends object>(value: Value, members: [string, unknown][], copyOf: () => object): Value {
  let copy: Record<string, unknown> | undefined;
  for (const [name, member] of members) {
    const clear = withoutPersonalData(member);
    if (clear !== member) (copy ??= copyOf() as Record<string, unknown>)[name] = clear;
  }
  return (copy as Value | undefined) ?? value;
}
