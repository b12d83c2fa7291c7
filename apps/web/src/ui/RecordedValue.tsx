import { useDivisionNames } from '~/app/use-divisions';
import { t } from '~/i18n';
import { day, number } from '~/i18n/format';
import { isKnownCategory } from './categories';
import { CategoryBadge } from './CategoryBadge';
import { sentence } from './kind-text';
import { usePeople } from './PersonName';
import { isPersonalData } from './recorded-changes';

/** A value as the history recorded it, in words: ids of people and divisions by name, dates and numbers by locale. */
export function RecordedValue({ value }: { value: unknown }) {
  const people = usePeople();
  const divisions = useDivisionNames();
  if (typeof value === 'string' && isKnownCategory(value)) return <CategoryBadge category={value} />;
  return <>{text(value, (id) => people.get(id) ?? divisions.get(id))}</>;
}

function text(value: unknown, nameOf: (id: string) => string | undefined): string {
  if (value === undefined || value === null || value === '') return '–';
  if (isPersonalData(value)) return t('history.personal');
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return value ? t('history.yes') : t('history.no');
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : (nameOf(value) ?? value);
  if (Array.isArray(value)) return value.map((one) => text(one, nameOf)).join(', ') || '–';
  if (isAccountName(value)) return `${value.name} (${value.code})`;
  return Object.entries(value)
    .map(([name, part]) => `${sentence(name)}: ${text(part, nameOf)}`)
    .join('; ');
}

/** An account as an event names another: by id for the system, by name and code for people. */
const isAccountName = (value: object): value is { name: string; code: string } =>
  'accountId' in value && 'name' in value && 'code' in value && Object.keys(value).length === 3;
