import { day } from '~/i18n/format';
import { type Column, DataTable, Moment, PersonName } from '~/ui';
import { t } from './texts';
import type { Version } from './use-criteria';

const columns: Column<Version>[] = [
  { id: 'version', header: t('version'), value: ({ version, name }) => `${version} ${name}`, sortable: false },
  { id: 'state', header: t('state'), value: ({ state }) => t(`state.${state}`), sortable: false },
  {
    id: 'effectiveOn',
    header: t('effectiveOn'),
    value: ({ effectiveOn }) => effectiveOn,
    cell: ({ effectiveOn }) => (effectiveOn ? day(effectiveOn) : t('always')),
    sortable: false,
  },
  { id: 'criteria', header: t('criteria'), value: ({ criteria }) => criteria, numeric: true, sortable: false },
  { id: 'accounts', header: t('accounts'), value: ({ accounts }) => accounts, numeric: true, sortable: false },
  {
    id: 'publishedBy',
    header: t('publishedBy'),
    value: ({ publishedBy }) => publishedBy,
    cell: ({ publishedBy, publishedAt }) =>
      publishedBy && publishedAt ? (
        <>
          <PersonName id={publishedBy} />, <Moment at={publishedAt} />
        </>
      ) : (
        t('shipped')
      ),
    sortable: false,
  },
  { id: 'reason', header: t('reason'), value: ({ reason }) => reason, sortable: false },
];

/** Every version beside the others, the latest first; a version opens as it was published. */
export function VersionsTab({ sets }: { sets: readonly Version[] }) {
  return (
    <DataTable
      caption={t('tab.versions')}
      columns={columns}
      rows={sets}
      rowKey={({ version }) => String(version)}
      to={({ version }) => `portfolio/criteria?version=${version}`}
      defaultSort=""
      sortedByApi
      empty={null}
    />
  );
}
