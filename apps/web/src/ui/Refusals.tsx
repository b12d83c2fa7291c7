import { Alert, ScrollArea, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '~/i18n';

interface RefusalsProps {
  title: string;
  text: string;
  rows: readonly { row: number; column: string; rule: string }[];
  color?: string;
  children?: ReactNode;
}

/** Rows of a file, or records by their place, each with the column and the rule it met. */
export function Refusals({ title, text, rows, color = 'red', children }: RefusalsProps) {
  return (
    <Alert color={color} title={title} role={color === 'red' ? 'alert' : undefined}>
      <Text size="sm">{text}</Text>
      <ScrollArea.Autosize mah={300} tabIndex={0} my="xs">
        <Table aria-label={title} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={70}>{t('refusals.row')}</Table.Th>
              <Table.Th>{t('refusals.column')}</Table.Th>
              <Table.Th>{t('refusals.rule')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ row, column, rule }, index) => (
              <Table.Tr key={index}>
                <Table.Td>{row}</Table.Td>
                <Table.Td>{column}</Table.Td>
                <Table.Td>{rule}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      {children}
    </Alert>
  );
}
