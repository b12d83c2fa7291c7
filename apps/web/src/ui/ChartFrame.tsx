import { type ReactNode, useState } from 'react';
import { Button, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { t } from '~/i18n';
import classes from './ChartFrame.module.css';
import { saveCsv } from './csv';
import { cellContent, type Column } from './data-table/column';
import { ShowMore } from './ShowMore';
import { useParts } from './use-parts';

/** Rows of the table drawn at once. */
const PART = 200;

interface ChartFrameProps<Row> {
  title: string;
  /** What the chart shows, in one sentence; also its text for screen readers. */
  sentence: string;
  /** The same figures as a table and a download. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Without ending: `audit-by-period`. */
  fileName: string;
  children: ReactNode;
}

/** A chart with the sentence it proves, its table and its download. */
export function ChartFrame<Row>({ title, sentence, columns, rows, fileName, children }: ChartFrameProps<Row>) {
  const [view, setView] = useState('chart');
  return (
    <figure className={classes['figure']} aria-label={title}>
      <Group justify="space-between" align="start">
        <figcaption style={{ flex: '1 1 14rem' }}>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {sentence}
          </Text>
        </figcaption>
        <Group gap="xs" wrap="nowrap" data-screen-only>
          <SegmentedControl
            size="xs"
            aria-label={t('chart.view', { title })}
            value={view}
            onChange={setView}
            data={[
              { value: 'chart', label: t('chart.chart') },
              { value: 'table', label: t('chart.table') },
            ]}
          />
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={14} />}
            aria-label={`${t('list.csvLabel')}: ${title}`}
            onClick={() => saveCsv(`${fileName}.csv`, columns, rows)}
          >
            {t('list.csv')}
          </Button>
        </Group>
      </Group>
      {view === 'table' ? (
        <FigureTable {...{ title, columns, rows }} />
      ) : (
        <div className={classes['chart']}>{children}</div>
      )}
    </figure>
  );
}

function FigureTable<Row>({
  title,
  columns,
  rows,
}: {
  title: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
}) {
  const { shown, more } = useParts(rows, PART);
  return (
    <>
      <table className={classes['table']} aria-label={title}>
        <thead>
          <tr>
            {columns.map(({ id, header, numeric }) => (
              <th key={id} scope="col" className={numeric ? 'figures' : undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column.id} className={column.numeric ? 'figures' : undefined}>
                  {cellContent(column, row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore more={more} loadingMore={false} />
    </>
  );
}
