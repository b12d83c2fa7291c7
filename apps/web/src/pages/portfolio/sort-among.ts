/** The order that the address asks for, if the list has it; else the list's usual one. */
export function sortAmong<Name extends string>(names: readonly Name[], text: string): Name | `-${Name}` | undefined {
  const name = names.find((one) => one === text.replace(/^-/, ''));
  return name && (text.startsWith('-') ? (`-${name}` as const) : name);
}
