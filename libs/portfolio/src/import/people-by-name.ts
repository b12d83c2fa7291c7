import type { RequestContext } from '@mainstay/event-sourcing';

export interface NamedPerson {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
}

/** Files name people as people do; who is called what, their own context knows, and the product asks it. */
export abstract class PeopleByName {
  abstract everyone(context: RequestContext): Promise<readonly NamedPerson[]>;
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim();

/** Whom a cell names: by id, by e-mail address, by name in either order; `several` where more than one is called so. */
export function personNamed(
  cell: string,
  people: readonly NamedPerson[],
): { readonly id: string } | { readonly several: number } | undefined {
  const exact = people.find(({ id }) => id === cell);
  if (exact) return { id: exact.id };
  const sought = plain(cell);
  if (sought === '') return undefined;
  const turned = cell.includes(',') ? plain(cell.split(',').reverse().join(' ')) : sought;
  const found = people.filter(({ name, email }) => {
    const called = name === null ? undefined : plain(name);
    return called === sought || called === turned || (email !== null && plain(email) === sought);
  });
  if (found.length === 1) return { id: found[0]!.id };
  return found.length > 1 ? { several: found.length } : undefined;
}
