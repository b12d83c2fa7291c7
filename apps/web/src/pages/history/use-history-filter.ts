import { useSearchParams } from 'react-router';
import { useDivisionScope } from '~/app/tenant';

/** The filters in the address, by the names of the API. */
export const filterNames = [
  'q',
  'kind',
  'actor',
  'accountId',
  'subject',
  'from',
  'to',
  'effectiveFrom',
  'effectiveTo',
] as const;
export type FilterName = (typeof filterNames)[number];
export type HistoryQuery = Partial<Record<FilterName | 'divisionId', string>>;

export function useHistoryFilter() {
  const [search, setSearch] = useSearchParams();
  const division = useDivisionScope();
  const filter = Object.fromEntries(
    filterNames.flatMap((name) => (search.get(name) ? [[name, search.get(name)!]] : [])),
  ) as Partial<Record<FilterName, string>>;
  const set = (changes: Partial<Record<FilterName, string>>) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) after.set(name, value);
          else after.delete(name);
        }
        return after;
      },
      { replace: true },
    );
  const { from, to } = filter;
  const query: HistoryQuery = { ...filter, divisionId: division, from: from && beginOf(from), to: to && endOf(to) };
  return { filter, query, set, filtered: Object.keys(filter).length > 0 };
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Days in the address are those of the person's own time zone. */
export const beginOf = (text: string): string => (isDay(text) ? new Date(`${text}T00:00:00`).toISOString() : text);
export const endOf = (text: string): string => (isDay(text) ? new Date(`${text}T23:59:59.999`).toISOString() : text);
