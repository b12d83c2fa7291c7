import type { LitmusChoice } from '@mainstay/assessment';
import { z } from 'zod';

/** What the record says to one question; `nothing` where nothing is recorded from which it could be told. */
export const says = z.object({
  says: z.enum(['yes', 'no', 'nothing']),
  sentence: z.string(),
  /** Where it is recorded: a page about the account, or a list. */
  see: z.enum(['plan', 'plans', 'team', 'contacts']).nullable(),
});
export type Says = z.infer<typeof says>;

export const verdict = z.enum(['supports', 'contradicts', 'nothing-recorded']);
export type Verdict = z.infer<typeof verdict>;

/**
 * An answer beside the record. Both stand: nothing is overwritten. Ambivalent is held against it as the no that it
 * counts as.
 */
export function verdictOf(answer: LitmusChoice, record: Says): Verdict {
  if (record.says === 'nothing') return 'nothing-recorded';
  return (answer === 'yes') === (record.says === 'yes') ? 'supports' : 'contradicts';
}

export const yes = (sentence: string, see: Says['see']): Says => ({ says: 'yes', sentence, see });
export const no = (sentence: string, see: Says['see']): Says => ({ says: 'no', sentence, see });
export const nothing = (sentence = 'Nothing is recorded that tells.', see: Says['see'] = null): Says => ({
  says: 'nothing',
  sentence,
  see,
});
