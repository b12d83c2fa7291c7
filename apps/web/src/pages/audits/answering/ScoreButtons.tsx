import { memo } from 'react';
import type { Answer } from '../audit';
import { t } from '../texts';
import classes from './Answering.module.css';

export type Choice = 0 | 1 | 2 | 3 | 'notRelevant';
const scores = [0, 1, 2, 3] as const;

interface ScoreButtonsProps {
  label: string;
  answer: Answer | undefined;
  /** The answer is that of an earlier audit, and not yet confirmed. */
  carried: boolean;
  scale: readonly { score: number; label: string }[];
  disabled: boolean;
  onChoose: (choice: Choice) => void;
}

/** 0, 1, 2, 3 or not relevant: what is chosen is pressed, and none is while the action is unanswered. */
export const ScoreButtons = memo(function ScoreButtons({
  label,
  answer,
  carried,
  scale,
  disabled,
  onChoose,
}: ScoreButtonsProps) {
  const button = (choice: Choice, pressed: boolean, name: string, text: string) => (
    <button
      key={choice}
      type="button"
      aria-pressed={pressed}
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={() => onChoose(choice)}
    >
      {text}
    </button>
  );
  return (
    <div
      className={classes['scores']}
      data-carried={carried || undefined}
      role="group"
      aria-label={t('do.scores', { label })}
    >
      {scores.map((score) =>
        button(
          score,
          answer !== undefined && 'score' in answer && answer.score === score,
          t('do.score', { score, label: scale[score]?.label ?? '' }),
          String(score),
        ),
      )}
      {button(
        'notRelevant',
        answer !== undefined && 'notRelevant' in answer,
        t('do.notRelevant'),
        t('do.notRelevantShort'),
      )}
    </div>
  );
});
