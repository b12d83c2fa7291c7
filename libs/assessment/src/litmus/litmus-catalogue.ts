import { z } from 'zod';
import first from './litmus-1.json';

const text = z.string().trim().min(1);

export const litmusTests = ['customer', 'organisation', 'manager'] as const;
export const litmusTestId = z.enum(litmusTests);
export type LitmusTestId = z.infer<typeof litmusTestId>;

export const litmusQuestion = z.strictObject({
  id: z.string().regex(/^[COM][1-9]$/),
  /** What a yes says, in a few words. */
  short: text,
  label: text,
  help: text,
});
export type LitmusQuestion = z.infer<typeof litmusQuestion>;

export const litmusTest = z.strictObject({
  id: litmusTestId,
  name: text,
  about: text,
  /** What one set of answers is about. */
  per: z.enum(['account', 'programme']),
  /** Unambivalent yes answers from which the test is passed; null where the field gives no gate. */
  gate: z.int().positive().nullable(),
  questions: z.array(litmusQuestion).min(1),
});
export type LitmusTest = z.infer<typeof litmusTest>;

/** The three litmus tests (transition guide, sections 2.5 and 6); fixed for a version. */
export const litmusCatalogue = z
  .strictObject({ version: z.int().positive(), tests: z.array(litmusTest) })
  .refine(({ tests }) => tests.map(({ id }) => id).join() === litmusTests.join(), 'each test stands in it once')
  .refine(({ tests }) => {
    const ids = tests.flatMap(({ questions }) => questions.map(({ id }) => id));
    return new Set(ids).size === ids.length;
  }, 'a question id stands twice');
export type LitmusCatalogue = z.infer<typeof litmusCatalogue>;

/** Every version ever published, the oldest first. */
export const litmusCatalogues: readonly LitmusCatalogue[] = [litmusCatalogue.parse(first)];

/** The version that a new taking is made under. */
export const presentLitmus = 1;

/** For a version that a recorded taking names. */
export function litmusTestOf(version: number, id: LitmusTestId): LitmusTest {
  const catalogue = litmusCatalogues.find((one) => one.version === version);
  if (!catalogue) throw new Error(`This release does not hold version ${version} of the litmus tests.`);
  return catalogue.tests.find((test) => test.id === id)!;
}
