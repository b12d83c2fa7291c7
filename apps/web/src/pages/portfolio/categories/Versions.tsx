import { type Column, DataTable, Day, EmptyState, Moment, PersonName } from '~/ui';
import type { CategoriesAnswer } from './draft';
import { t } from './texts';

type Version = CategoriesAnswer['versions'][number];

const columns: Column<Version>[] = [
  { id: 'version', header: t('version'), value: ({ version }) => version, numeric: true },
  {
    id: 'effectiveOn',
    header: t('effectiveOn'),
    value: ({ effectiveOn }) => effectiveOn,
    cell: ({ effectiveOn }) => <Day on={effectiveOn} />,
  },
  { id: 'reason', header: t('reason'), value: ({ reason }) => reason },
  { id: 'by', header: t('by'), value: ({ setBy }) => setBy, cell: ({ setBy }) => <PersonName id={setBy} /> },
  { id: 'at', header: t('at'), value: ({ setAt }) => setAt, cell: ({ setAt }) => <Moment at={setAt} /> },
];

export const Versions = ({ categories }: { categories: CategoriesAnswer }) => (
  <DataTable
    caption={t('versions')}
    columns={columns}
    rows={categories.versions}
    rowKey={({ version }) => String(version)}
    empty={<EmptyState title={t('noVersions')} text={t('shipped')} />}
  />
);
