import { type ComponentType, memo, useCallback } from 'react';
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { t } from '../texts';
import type { Problems } from './draft-content';
import classes from './PlanEditor.module.css';

interface Item {
  readonly id: string;
}

export interface FieldsProps<I extends Item> {
  item: I;
  change: (patch: Partial<I>) => void;
  /** What is wrong with a field; undefined while nothing is. */
  problem: (field: string) => string | undefined;
}

interface ItemListProps<I extends Item> {
  list: 'criticalSuccessFactors' | 'objectives' | 'actions';
  items: readonly I[];
  /** Stable: receives the list as it is and gives the next one. */
  update: (next: (items: readonly I[]) => I[]) => void;
  create: () => I;
  nameOf: (item: I) => string;
  problems: Problems;
  Fields: ComponentType<FieldsProps<I>>;
}

/** Items of a plan that are added, changed, put in order and removed. */
export function ItemList<I extends Item>({ list, items, update, create, nameOf, problems, Fields }: ItemListProps<I>) {
  return (
    <section aria-label={t(list)} className={classes['list']}>
      <h3>{t(list)}</h3>
      {items.length > 0 && (
        <ol className={classes['items']}>
          {items.map((item, index) => (
            <MemoRow
              key={item.id}
              list={list}
              item={item}
              name={nameOf(item) || t('edit.newItem', { n: index + 1 })}
              first={index === 0}
              update={update as never}
              problems={problems}
              Fields={Fields as never}
            />
          ))}
        </ol>
      )}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => update((before) => [...before, create()])}
      >
        {t(`edit.add.${list}`)}
      </Button>
    </section>
  );
}

interface RowProps<I extends Item> extends Pick<ItemListProps<I>, 'list' | 'update' | 'problems' | 'Fields'> {
  item: I;
  name: string;
  first: boolean;
}

function Row<I extends Item>({ list, item, name, first, update, problems, Fields }: RowProps<I>) {
  const { id } = item;
  const change = useCallback(
    (patch: Partial<I>) => update((before) => before.map((one) => (one.id === id ? { ...one, ...patch } : one))),
    [update, id],
  );
  const moveUp = () =>
    update((before) => {
      const at = before.findIndex((one) => one.id === id);
      const after = [...before];
      after.splice(at - 1, 2, before[at]!, before[at - 1]!);
      return after;
    });
  return (
    <li className={classes['item']}>
      <div className={classes['fields']}>
        <Fields item={item} change={change} problem={(field) => problems.get(`${list}.${id}.${field}`)} />
      </div>
      <div className={classes['tools']}>
        <ActionIcon variant="subtle" disabled={first} onClick={moveUp} aria-label={t('edit.up', { what: name })}>
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          onClick={() => update((before) => before.filter((one) => one.id !== id))}
          aria-label={t('edit.removeLabel', { what: name })}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </div>
    </li>
  );
}

/** Typing in one row leaves the others alone. */
const MemoRow = memo(Row) as typeof Row;
