import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { t } from '~/i18n';
import type { Column } from './column';
import classes from './DataTable.module.css';
import type { Sort } from './sort';

interface HeaderCellProps<Row> {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
}

export function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const { id, header, numeric = false, sortable = true } = column;
  const className = numeric ? 'figures' : undefined;
  if (!sortable) {
    return (
      <th scope="col" className={className}>
        {header}
      </th>
    );
  }
  const active = sort?.id === id;
  const Arrow = active && sort.desc ? IconArrowDown : IconArrowUp;
  const direction = active ? (sort.desc ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" className={className} aria-sort={direction}>
      <UnstyledButton
        className={classes['sort']}
        title={t('table.sortBy', { column: header })}
        onClick={() => onSort({ id, desc: active ? !sort.desc : numeric })}
      >
        {header}
        <Arrow size={14} aria-hidden className={active ? undefined : classes['unsorted']} />
      </UnstyledButton>
    </th>
  );
}
