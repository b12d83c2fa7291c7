/** Before and after of what differs; undefined when nothing does. What is left out of `changes` stays as it is. */
export function changed<Facts extends object>(
  known: Facts,
  changes: Partial<Facts>,
): { from: Partial<Facts>; to: Partial<Facts> } | undefined {
  const names = (Object.keys(changes) as (keyof Facts)[]).filter(
    (name) => changes[name] !== undefined && JSON.stringify(changes[name]) !== JSON.stringify(known[name]),
  );
  if (names.length === 0) return undefined;
  const only = (of: Partial<Facts>) => Object.fromEntries(names.map((name) => [name, of[name]])) as Partial<Facts>;
  return { from: only(known), to: only(changes) };
}
