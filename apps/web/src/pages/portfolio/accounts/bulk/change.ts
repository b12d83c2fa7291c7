import type { Change } from './use-bulk';

export const whats = ['leadId', 'sponsorId', 'industry', 'countries', 'divisionIds'] as const;

export interface BulkValues extends Record<string, unknown> {
  what: (typeof whats)[number];
  /** A person, nobody, or an industry. */
  value: string;
  add: string[];
  remove: string[];
  reason: string;
}
export const NOBODY = 'nobody';
export const nothing: BulkValues = { what: 'leadId', value: '', add: [], remove: [], reason: '' };

/** What the form asks for; undefined while it says nothing. */
export function changeOf({ what, value, add, remove }: BulkValues): Change | undefined {
  if (what === 'countries' || what === 'divisionIds') {
    return add.length + remove.length > 0 ? { [what]: { add, remove } } : undefined;
  }
  if (value.trim() === '') return undefined;
  return { [what]: what !== 'industry' && value === NOBODY ? null : value.trim() };
}
