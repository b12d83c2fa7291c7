import { memo } from 'react';
import { Text, UnstyledButton } from '@mantine/core';
import type { Answer } from '../audit';
import type { Action } from '../catalogue';
import { t } from '../texts';
import type { Entry } from './answer-book';
import classes from './Answering.module.css';
import { type Choice, ScoreButtons } from './ScoreButtons';
import { t as own } from './texts';

interface ActionRowProps {
  action: Action;
  stream: string;
  answer: Answer | undefined;
  state: Entry<Answer>['state'] | undefined;
  /** Carried over, and not yet confirmed. */
  carried: boolean;
  comments: number;
  openQuestions: number;
  scale: readonly { score: number; label: string }[];
  current: boolean;
  readOnly: boolean;
  onCurrent: (actionId: string) => void;
  onChoose: (actionId: string, choice: Choice) => void;
}

export const rowId = (actionId: string) => `action-${actionId}`;

/** One action of the list, with its answer and how the saving stands. */
export const ActionRow = memo(function ActionRow(props: ActionRowProps) {
  const { action, stream, answer, state, carried, comments, openQuestions, scale, current, readOnly } = props;
  const { onCurrent, onChoose } = props;
  const talk =
    openQuestions > 0
      ? own('talk.questions', { n: openQuestions })
      : comments > 0 && own('talk.count', { n: comments });
  return (
    <div
      id={rowId(action.id)}
      role="group"
      aria-label={action.label}
      aria-current={current || undefined}
      tabIndex={-1}
      className={classes['row']}
      onFocus={() => !current && onCurrent(action.id)}
    >
      <UnstyledButton className={classes['label']} onClick={() => onCurrent(action.id)} aria-expanded={current}>
        {action.label}
        <Text size="xs" c="dimmed" component="span">
          {[action.id, stream, talk].filter(Boolean).join(' · ')}
        </Text>
      </UnstyledButton>
      <span className={classes['state']} data-state={state ?? (carried ? 'carried' : undefined)}>
        {state ? stateText(state) : carried && own('carried.mark')}
      </span>
      <ScoreButtons
        label={action.label}
        answer={answer}
        carried={carried}
        scale={scale}
        disabled={readOnly}
        onChoose={(choice) => onChoose(action.id, choice)}
      />
    </div>
  );
});

function stateText(state: Entry<Answer>['state']): string {
  switch (state) {
    case 'waiting':
    case 'saving':
      return t('do.waiting');
    case 'saved':
      return t('do.saved');
    case 'reason':
      return t('do.needsReason');
    case 'failed':
      return t('do.failed');
  }
}
