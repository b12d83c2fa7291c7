import { Button, Checkbox, NumberInput, Text, Textarea, TextInput } from '@mantine/core';
import { percent } from '~/i18n/format';
import classes from './criteria.module.css';
import { FedBands } from './FedBands';
import { t } from './texts';
import type { Criterion } from './use-criteria';

interface DraftCriterionProps {
  criterion: Criterion;
  /** Of its axis, 0 to 1. */
  share: number;
  /** Left out where the draft can only be read. */
  onChange?: (criterion: Criterion) => void;
  onRemove: () => void;
}

/** One criterion of the draft: its name, question, weight and anchors. */
export function DraftCriterion({ criterion, share, onChange, onRemove }: DraftCriterionProps) {
  const { label, help, weight, spend, anchors } = criterion;
  const readOnly = !onChange;
  const change = (part: Partial<Criterion>) => onChange?.({ ...criterion, ...part });
  return (
    <fieldset className={classes['criterion']}>
      <legend>
        {label || t('draft.unnamed')}{' '}
        <Text span size="xs" c="dimmed" fw={400}>
          {percent(share)}
        </Text>
      </legend>
      <div className={classes['line']}>
        <TextInput
          className={classes['name']}
          label={t('draft.label')}
          maxLength={120}
          value={label}
          readOnly={readOnly}
          onChange={({ currentTarget }) => change({ label: currentTarget.value })}
        />
        <NumberInput
          className={classes['weight']}
          label={t('weight')}
          min={0.1}
          max={1000}
          decimalScale={1}
          clampBehavior="strict"
          value={weight}
          readOnly={readOnly}
          onChange={(value) => typeof value === 'number' && value > 0 && change({ weight: value })}
        />
        <Checkbox
          label={t('spend')}
          checked={spend}
          disabled={readOnly}
          mb="xs"
          onChange={({ currentTarget }) => change({ spend: currentTarget.checked })}
        />
        {onChange && (
          <Button
            variant="subtle"
            color="red"
            onClick={onRemove}
            aria-label={t('draft.removeOf', { name: label })}
            data-screen-only
          >
            {t('draft.remove')}
          </Button>
        )}
      </div>
      <Textarea
        label={t('draft.help')}
        autosize
        maxLength={1000}
        value={help}
        readOnly={readOnly}
        onChange={({ currentTarget }) => change({ help: currentTarget.value })}
      />
      <FedBands criterion={criterion} onChange={onChange} />
      <div className={classes['anchors']}>
        {(['0', '5', '10'] as const).map((score) => (
          <Textarea
            key={score}
            label={t('anchor', { score })}
            autosize
            maxLength={300}
            value={anchors[score]}
            readOnly={readOnly}
            onChange={({ currentTarget }) => change({ anchors: { ...anchors, [score]: currentTarget.value } })}
          />
        ))}
      </div>
    </fieldset>
  );
}
