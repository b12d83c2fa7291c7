import { MaturityMark, type Maturity } from '~/ui';
import { type Answer, stateOf } from './audit';
import classes from './AnswerMark.module.css';
import { t } from './texts';

/** An answer as it is seen everywhere: the score with its tone, or in words that it is unanswered or not relevant. */
export function AnswerMark({ answer, words = true }: { answer: Answer | undefined | null; words?: boolean }) {
  if (answer && 'score' in answer) return <MaturityMark level={answer.score as Maturity} words={words} />;
  const state = stateOf(answer);
  return (
    <span className={classes['mark']}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" className={classes['shape']}>
        <circle cx="10" cy="10" r="8.5" strokeDasharray={state === 'unanswered' ? '3 3' : undefined} />
        {state === 'notRelevant' && <path d="M4 16 16 4" />}
      </svg>
      {state === 'notRelevant' ? t('state.notRelevant') : t('state.unanswered')}
    </span>
  );
}
