import type { Choice, Question } from './litmus';

/** How an answer, given or only thought of, stands to the record: ambivalent counts as no. */
export function verdictOf(answer: Choice | null, record: Question['record']): 'supports' | 'contradicts' | undefined {
  if (!answer || !record || record.says === 'nothing') return undefined;
  return (answer === 'yes') === (record.says === 'yes') ? 'supports' : 'contradicts';
}
