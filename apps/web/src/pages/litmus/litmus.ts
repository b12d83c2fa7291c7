import type { ReadAnswer } from '~/api/types';
import { useCanChange, useTenantMe } from '~/app/tenant';

export type AccountLitmus = ReadAnswer<'/api/t/{tenant}/litmus/accounts/{accountId}'>;
export type LitmusTest = AccountLitmus['manager'];
export type Question = LitmusTest['questions'][number];
export type Choice = NonNullable<Question['answer']>;
export type Standing = LitmusTest['standing'];
export type Line = ReadAnswer<'/api/t/{tenant}/litmus/accounts'>['items'][number];
export type Manager = ReadAnswer<'/api/t/{tenant}/litmus/managers'>['items'][number];

export const choices = ['yes', 'no', 'ambivalent'] as const;
export const standings = ['passes', 'one-short', 'short', 'not-taken'] as const;

/** What a test is about; `accountId` is missing for the organisation. */
export interface Subject {
  readonly accountId?: string;
  /** Who leads the account. */
  readonly leadId?: string | null;
}

/** The API decides; this only hides what it would refuse. */
export function useMayTake(test: LitmusTest['test'], { leadId }: Subject): boolean {
  const { person, roles } = useTenantMe();
  const can = useCanChange('assessment.litmus');
  if (test === 'organisation') return can && roles.includes('programme-lead');
  if (test === 'manager' && !leadId) return false;
  return can && (roles.includes('kam-unit-head') || leadId === person.id);
}
