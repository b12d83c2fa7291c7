import { z } from 'zod';

/** What the health of an account is made of. */
export const healthParts = ['plan', 'contact', 'level', 'alignment', 'growth', 'readiness'] as const;
export type HealthPart = (typeof healthParts)[number];

const weight = z.int().min(0, 'must be 0 to 10').max(10, 'must be 0 to 10');
/** How much each part counts; 0: not at all. */
export const healthWeights = z.object({
  plan: weight,
  contact: weight,
  level: weight,
  alignment: weight,
  growth: weight,
  readiness: weight,
});
export type HealthWeights = z.infer<typeof healthWeights>;

/** Until the enterprise says otherwise, each part counts alike. */
export const defaultHealthWeights: HealthWeights = {
  plan: 1,
  contact: 1,
  level: 1,
  alignment: 1,
  growth: 1,
  readiness: 1,
};
