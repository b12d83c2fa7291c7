import { createContext, use } from 'react';
import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { usePeople } from '~/ui';
import { t } from '../texts';
import type { Action } from '../types';
import type { DraftObjective, Factor } from './draft-content';
import type { FieldsProps } from './ItemList';
import classes from './PlanEditor.module.css';

export function FactorFields({ item, change, problem }: FieldsProps<Factor>) {
  return (
    <TextInput
      label={t('factor')}
      maxLength={300}
      className={classes['wide']}
      value={item.text}
      onChange={(event) => change({ text: event.target.value })}
      error={problem('text')}
    />
  );
}

const asNumber = (value: number | string): number | null => (value === '' ? null : Number(value));

export function ObjectiveFields({ item, change, problem }: FieldsProps<DraftObjective>) {
  return (
    <>
      <TextInput
        label={t('objective.title')}
        maxLength={300}
        className={classes['wide']}
        value={item.title}
        onChange={(event) => change({ title: event.target.value })}
        error={problem('title')}
      />
      <TextInput
        label={t('objective.measure')}
        maxLength={300}
        className={classes['wide']}
        value={item.measure}
        onChange={(event) => change({ measure: event.target.value })}
        error={problem('measure')}
      />
      <NumberInput
        label={t('objective.baseline')}
        hideControls
        value={item.baseline ?? ''}
        onChange={(value) => change({ baseline: asNumber(value) })}
      />
      <NumberInput
        label={t('objective.target')}
        hideControls
        value={item.target ?? ''}
        onChange={(value) => change({ target: asNumber(value) })}
        error={problem('target')}
      />
      <TextInput
        label={t('objective.unit')}
        maxLength={40}
        value={item.unit}
        onChange={(event) => change({ unit: event.target.value })}
      />
      <TextInput
        type="date"
        label={t('due')}
        value={item.dueOn}
        onChange={(event) => change({ dueOn: event.target.value })}
        error={problem('dueOn')}
      />
    </>
  );
}

const states = ['open', 'done', 'dropped'] as const;

/** The objectives of the plan, which its actions serve. */
export const Objectives = createContext<readonly DraftObjective[]>([]);

export function ActionFields({ item, change, problem }: FieldsProps<Action>) {
  const objectives = use(Objectives);
  const people = [...usePeople()].map(([value, label]) => ({ value, label }));
  return (
    <>
      <TextInput
        label={t('action.title')}
        maxLength={300}
        className={classes['wide']}
        value={item.title}
        onChange={(event) => change({ title: event.target.value })}
        error={problem('title')}
      />
      <NativeSelect
        label={t('action.owner')}
        data={[{ value: '', label: '' }, ...people]}
        value={item.ownerId}
        onChange={(event) => change({ ownerId: event.target.value })}
        error={problem('ownerId')}
      />
      <TextInput
        type="date"
        label={t('due')}
        value={item.dueOn}
        onChange={(event) => change({ dueOn: event.target.value })}
        error={problem('dueOn')}
      />
      <NativeSelect
        label={t('action.state')}
        data={states.map((value) => ({ value, label: t(`action.${value}`) }))}
        value={item.state}
        onChange={(event) => change({ state: event.target.value as Action['state'] })}
      />
      <NativeSelect
        label={t('action.objective')}
        data={[
          { value: '', label: t('action.noObjective') },
          ...objectives.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        value={item.objectiveId ?? ''}
        onChange={(event) => change({ objectiveId: event.target.value || null })}
      />
    </>
  );
}
