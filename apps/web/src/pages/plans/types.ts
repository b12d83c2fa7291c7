import type { ReadAnswer } from '~/api/types';

export type Plan = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/plan'>;
export type PlanContent = NonNullable<Plan['current']>['content'];
export type Objective = PlanContent['objectives'][number];
export type Action = PlanContent['actions'][number];
export type Comparison = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/plan/compare'>;
export type Change = Comparison['changes'][number];
