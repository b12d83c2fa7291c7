import { Checkbox } from '@mantine/core';
import { t } from '~/i18n';
import classes from './DataTable.module.css';

/** Rows picked, by their keys; every row picked or let go gives a new set. */
export interface Selection {
  readonly picked: ReadonlySet<string>;
  readonly onChange: (picked: ReadonlySet<string>) => void;
}

/** One row; `name` is what a screen reader calls it. */
export function PickRow({ selection, id, name }: { selection: Selection; id: string; name: string }) {
  const { picked, onChange } = selection;
  return (
    <Checkbox
      className={classes['pick']}
      aria-label={t('table.pick', { name })}
      checked={picked.has(id)}
      onChange={({ currentTarget }) => {
        const now = new Set(picked);
        if (currentTarget.checked) now.add(id);
        else now.delete(id);
        onChange(now);
      }}
    />
  );
}

/** All rows shown. */
export function PickAll({ selection, ids }: { selection: Selection; ids: readonly string[] }) {
  const { picked, onChange } = selection;
  const here = ids.filter((id) => picked.has(id)).length;
  return (
    <Checkbox
      aria-label={t('table.pickAll')}
      checked={here > 0 && here === ids.length}
      indeterminate={here > 0 && here < ids.length}
      onChange={({ currentTarget }) => {
        const others = [...picked].filter((id) => !ids.includes(id));
        onChange(new Set(currentTarget.checked ? [...others, ...ids] : others));
      }}
    />
  );
}
