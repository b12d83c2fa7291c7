import { useRead } from '~/api/use-read';
import type { ReadAnswer } from '~/api/types';
import { t } from '~/i18n';

type People = ReadAnswer<'/api/t/{tenant}/people'>;

const directories = new WeakMap<People, ReadonlyMap<string, string>>();
const empty: ReadonlyMap<string, string> = new Map();

/** Names of the tenant's people by their stable id; read once for all pages. */
export function usePeople(): ReadonlyMap<string, string> {
  const { data } = useRead('/api/t/{tenant}/people', { query: { limit: 1_000 } });
  return data ? directoryOf(data) : empty;
}

/** One map per answer, however many names a page shows. */
function directoryOf(people: People): ReadonlyMap<string, string> {
  let directory = directories.get(people);
  if (!directory) {
    directory = new Map(people.items.map(({ id, name }) => [id, name ?? t('person.erased')]));
    directories.set(people, directory);
  }
  return directory;
}

/** A person's name. Records keep the id only, so a name can be corrected or erased. */
export function PersonName({ id }: { id: string }) {
  return <>{usePeople().get(id) ?? t('person.unknown')}</>;
}
