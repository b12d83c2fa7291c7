import { locale } from '~/i18n/catalogue';
import { useAddressState } from '~/app/address-state';

export interface Sort {
  readonly id: string;
  readonly desc: boolean;
}

/** `-spend` is by spend, greatest first. */
export const parseSort = (text: string): Sort | undefined =>
  text ? { id: text.replace(/^-/, ''), desc: text.startsWith('-') } : undefined;

export const sortText = (sort: Sort | undefined): string => (sort ? `${sort.desc ? '-' : ''}${sort.id}` : '');

/** The order in the address, as text for the API (`-spend`) and in parts. */
export function useSort(fallback = ''): {
  text: string;
  sort: Sort | undefined;
  setSort: (sort: Sort | undefined) => void;
} {
  const [text, setText] = useAddressState('sort', fallback);
  return { text, sort: parseSort(text), setSort: (sort) => setText(sortText(sort)) };
}

const words = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });

/** Numbers by size, words as the person's language orders them. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return words.compare(String(a), String(b));
}
