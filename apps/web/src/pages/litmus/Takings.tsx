import { useMemo } from 'react';
import { Text, Title } from '@mantine/core';
import { type Column, DataTable, Day, PersonName } from '~/ui';
import type { LitmusTest } from './litmus';
import { t } from './texts';

type Taking = LitmusTest['takings'][number];

/** Every time that the test was taken, the latest first. */
export function Takings({ test }: { test: LitmusTest }) {
  const columns = useMemo(() => columnsFor(test), [test]);
  if (test.takings.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {t('test.history')}
      </Title>
      <DataTable
        caption={t('test.history')}
        columns={columns}
        rows={test.takings}
        rowKey={({ takenOn }) => takenOn}
        defaultSort="-takenOn"
      />
    </div>
  );
}

function columnsFor({ test, questions }: LitmusTest): Column<Taking>[] {
  const short = new Map(questions.map(({ id, short }) => [id, short]));
  return [
    {
      id: 'takenOn',
      header: t('test.on'),
      value: ({ takenOn }) => takenOn,
      cell: ({ takenOn, corrections, reason }) => (
        <>
          <Day on={takenOn} />
          {corrections > 0 && (
            <Text size="xs" c="dimmed" title={reason ?? undefined}>
              {t('test.corrected', { n: corrections })}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'yes',
      header: t('test.yes'),
      value: ({ yes }) => yes,
      cell: ({ yes }) => `${yes} / ${questions.length}`,
      numeric: true,
    },
    {
      id: 'unmet',
      header: t('column.missing'),
      value: ({ unmet }) => unmet.map((id) => short.get(id) ?? id).join('; '),
      sortable: false,
    },
    ...(test === 'manager'
      ? [
          {
            id: 'manager',
            header: t('test.manager'),
            value: ({ managerId }: Taking) => managerId,
            cell: ({ managerId }: Taking) => (managerId ? <PersonName id={managerId} /> : '–'),
            sortable: false,
          },
        ]
      : []),
    {
      id: 'takenBy',
      header: t('test.by'),
      value: ({ takenBy }) => takenBy,
      cell: ({ takenBy }) => <PersonName id={takenBy} />,
      sortable: false,
    },
  ];
}
