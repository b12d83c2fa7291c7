import { number } from '~/i18n/format';

/** A recorded value as a person reads it. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (Array.isArray(value)) return value.map(valueText).join(', ') || '–';
  return Object.entries(value)
    .map(([name, part]) => `${name}: ${valueText(part)}`)
    .join('; ');
}
