/** What a person types, `@Inês Carvalho`, as it is recorded, `@[person id]`: the longest name that fits counts. */
export function withIds(words: string, people: ReadonlyMap<string, string>): string {
  const byLength = [...people].sort(([, one], [, other]) => other.length - one.length);
  return byLength.reduce(
    (text, [personId, name]) => (name ? text.replaceAll(`@${name}`, `@[${personId}]`) : text),
    words,
  );
}
