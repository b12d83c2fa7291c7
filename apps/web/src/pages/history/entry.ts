import type { ReadAnswer } from '~/api/types';
import type { Tone } from '~/theme/tones';

export type Entry = ReadAnswer<'/api/t/{tenant}/history'>['items'][number];
export type WholeEntry = ReadAnswer<'/api/t/{tenant}/history/{eventId}'>;

const places: Readonly<Record<string, { path: (id: string, accountId?: string) => string; permission: string }>> = {
  account: { path: (id) => `portfolio/${id}`, permission: 'portfolio.read' },
  'account-import': { permission: 'portfolio.register', path: (id) => `portfolio/import/${id}` },
  audit: { path: (id) => `audits/${id}`, permission: 'assessment.read' },
  litmus: {
    path: (_, accountId) => (accountId ? `audits/litmus/accounts/${accountId}` : 'audits/litmus/programme'),
    permission: 'assessment.read',
  },
  plan: { path: (id) => `plans/${id}`, permission: 'planning.read' },
  division: { path: () => 'administration', permission: 'enterprise.manage' },
  enterprise: { path: () => 'administration', permission: 'enterprise.manage' },
  person: { path: () => 'administration?tab=people', permission: 'enterprise.manage' },
};

/** Page of the record below the tenant; undefined where there is none that the person may open. */
export function pageOf(
  { subject, account }: Pick<Entry, 'subject'> & Partial<Pick<Entry, 'account'>>,
  permissions: readonly string[],
): string | undefined {
  const place = places[subject.type];
  return place && permissions.includes(place.permission) ? place.path(subject.id, account?.id) : undefined;
}

/** The page as recorded at the moment of a change, or a millisecond before it; an empty moment is now. */
export function atMoment(path: string, recorded: string | undefined, before = false): string {
  const moment = recorded ? new Date(new Date(recorded).getTime() - (before ? 1 : 0)).toISOString() : '';
  return `${path}${path.includes('?') ? '&' : '?'}asAt=${encodeURIComponent(moment)}`;
}

const tones: Readonly<Record<string, Tone>> = {
  'audit-answer': 'maturity-2',
  audit: 'maturity-3',
  'audit-assessors': 'maturity-1',
  recategorisation: 'star',
  categorisation: 'strategic',
  'account-score': 'status',
  'plan-revision': 'streamline',
  'plan-review': 'good',
};

/** Colour of a kind of change; its name always stands beside it. */
export const toneOf = (kind: string): Tone => tones[kind] ?? 'prospect';
