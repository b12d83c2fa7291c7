import type { PlanContent } from './plan-content';

/** A sound plan document for tests. */
export const samplePlan = (): PlanContent => ({
  horizonYears: 3,
  relationshipPlan:
    'We know purchasing in two countries and the plant manager.\n\nOur sponsor meets their Board member for supply twice a year.',
  revenuePlan: 'We double the service business in three years.',
  criticalSuccessFactors: [{ id: 'f-1', text: 'One price list for all divisions' }],
  objectives: [
    {
      id: 'o-1',
      title: 'Share of wallet',
      measure: 'Our part of their spend',
      baseline: 20,
      target: 35,
      unit: '%',
      dueOn: '2027-12-31',
    },
  ],
  actions: [
    {
      id: 'a-1',
      title: 'Agree the joint forecast',
      ownerId: 'p-1',
      dueOn: '2025-04-30',
      state: 'open',
      objectiveId: 'o-1',
    },
    {
      id: 'a-2',
      title: 'Train the service team',
      ownerId: 'p-2',
      dueOn: '2025-09-30',
      state: 'open',
      objectiveId: null,
    },
  ],
  forecast: [
    { year: 2025, divisionId: 'd-1', revenue: 1_000, margin: 200 },
    { year: 2026, divisionId: 'd-1', revenue: 1_500, margin: 350 },
    { year: 2026, divisionId: 'd-2', revenue: 400, margin: 80 },
  ],
});
