import type { CommandInput } from '~/api/types';
import type { Choice, LitmusTest } from './litmus';
import { t } from './texts';

/** A question as it is being answered. */
export interface Draft {
  readonly answer: Choice | undefined;
  readonly note: string;
}

type Answers = CommandInput<'put', '/api/t/{tenant}/litmus/organisation'>['body']['answers'];

export function missingIn({ questions }: LitmusTest, answers: Readonly<Record<string, Draft>>): string | null {
  const missing = questions.filter(({ id }) => !answers[id]?.answer).map(({ short }) => short);
  return missing.length === 0 ? null : t('take.missing', { missing: missing.join('; ') });
}

export const toAnswers = (drafts: Readonly<Record<string, Draft>>): Answers =>
  Object.fromEntries(
    Object.entries(drafts).flatMap(([id, { answer, note }]) =>
      answer ? [[id, { answer, note: note.trim() || undefined }]] : [],
    ),
  );
