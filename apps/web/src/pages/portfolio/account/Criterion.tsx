import { Text } from '@mantine/core';
import { percent } from '~/i18n/format';
import { t } from '../texts';
import classes from './account.module.css';
import type { CriteriaSet } from './use-account';

const steps = Array.from({ length: 11 }, (_, score) => score);

interface CriterionProps {
  criterion: CriteriaSet['criteria'][number];
  /** Of its axis, 0 to 1. */
  share: number;
  score: number | undefined;
  /** Left out where the scores can only be read. */
  onScore?: (score: number) => void;
}

/** One criterion: what it asks, 0 to 10, and what 0, 5 and 10 look like. Arrow keys choose. */
export function Criterion({ criterion: { id, label, help, anchors }, share, score, onScore }: CriterionProps) {
  return (
    <fieldset className={classes['criterion']}>
      <legend>
        {label}{' '}
        <Text span size="xs" c="dimmed" fw={400}>
          {t('score.weight', { share: percent(share) })}
        </Text>
      </legend>
      <Text size="sm" c="dimmed">
        {help}
      </Text>
      <div className={classes['scale']}>
        {steps.map((step) => (
          <label key={step}>
            <input
              type="radio"
              name={`score-${id}`}
              value={step}
              checked={score !== undefined && Math.round(score) === step}
              disabled={!onScore}
              onChange={() => onScore?.(step)}
            />
            {step}
          </label>
        ))}
      </div>
      <div className={classes['anchors']}>
        <span>{anchors['0']}</span>
        <span>{anchors['5']}</span>
        <span>{anchors['10']}</span>
      </div>
    </fieldset>
  );
}
