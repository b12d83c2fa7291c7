import type { ReactNode } from 'react';
import { UnstyledButton } from '@mantine/core';
import { TenantLink } from '~/app/TenantLink';
import classes from './DataTable.module.css';

export interface Opens<Row> {
  /** Path below the tenant that a row opens. */
  to?: (row: Row) => string;
  /** Or what else opening a row does, such as a drawer. */
  onOpen?: (row: Row) => void;
}

interface RowOpenerProps<Row> extends Opens<Row> {
  row: Row;
  children: ReactNode;
}

/** The one control of a row; its target covers the whole row. */
export function RowOpener<Row>({ row, to, onOpen, children }: RowOpenerProps<Row>) {
  if (to) {
    return (
      <TenantLink to={to(row)} c="inherit" className={classes['opener']}>
        {children}
      </TenantLink>
    );
  }
  if (onOpen) {
    return (
      <UnstyledButton className={classes['opener']} onClick={() => onOpen(row)}>
        {children}
      </UnstyledButton>
    );
  }
  return children;
}
