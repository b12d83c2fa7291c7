import { Title } from '@mantine/core';
import { useDivisionNames } from '~/app/use-divisions';
import { number } from '~/i18n/format';
import { type Column, DataTable } from '~/ui';
import type { EnterpriseYear } from '../deviation';
import { t } from '../texts';

type Division = EnterpriseYear['divisions'][number];

/** The year by division, where a division may be shown. */
export function Divisions({ divisions }: { divisions: EnterpriseYear['divisions'] }) {
  const names = useDivisionNames();
  const columns: Column<Division>[] = [
    {
      id: 'division',
      header: t('all.division'),
      value: ({ divisionId }) => (divisionId === null ? t('all.across') : (names.get(divisionId) ?? divisionId)),
    },
    {
      id: 'selling',
      header: t('all.selling'),
      value: ({ figures }) => figures?.activities.find(({ activityId }) => activityId === 'selling')?.mean,
      cell: ({ figures }) => {
        const selling = figures?.activities.find(({ activityId }) => activityId === 'selling');
        return selling ? number(selling.mean) : t('all.hidden');
      },
      numeric: true,
    },
  ];
  return (
    <section aria-labelledby="divisions">
      <Title order={2} size="h4" id="divisions" mb="xs">
        {t('all.divisions')}
      </Title>
      <DataTable
        caption={t('all.divisions')}
        columns={columns}
        rows={divisions}
        rowKey={({ divisionId }) => divisionId ?? 'across'}
        defaultSort="division"
        empty={null}
      />
    </section>
  );
}
