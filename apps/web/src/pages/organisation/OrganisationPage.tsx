import { type ReactNode, useMemo, useState } from 'react';
import { Button, Stack } from '@mantine/core';
import { useDownload } from '~/api/use-download';
import { usePages } from '~/api/use-pages';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { useCan, useCanChange, useDivisionScope } from '~/app/tenant';
import { TenantLink } from '~/app/TenantLink';
import { day, number } from '~/i18n/format';
import { AssessmentNav } from '~/pages/audits/AssessmentNav';
import { type Column, DataTable, Day, EmptyState, ErrorState, ListToolbar, Page, ShowMore, useSort } from '~/ui';
import { type OrganisationCatalogue, useOrganisationCatalogue } from './catalogue';
import { LatestOfEach } from './LatestOfEach';
import { OpenAssessment } from './OpenAssessment';
import { t } from './texts';
import type { Summary } from './types';
import { isResult, useScopeName } from './words';

const statuses = ['open', 'signed-off'] as const;
const sorts = ['assessedOn', '-assessedOn', 'title', '-title'] as const;

/** How ready is the organisation for key account management, and how did it come there? */
export default function OrganisationPage() {
  const { data } = useRead('/api/t/{tenant}/organisation-assessments', { query: { limit: 200 } });
  const { data: catalogue } = useOrganisationCatalogue(data?.items[0]?.catalogueVersion ?? 1);
  const latest = data?.items.find(({ scope, progress }) => scope.kind === 'programme' && progress.answered > 0);
  const [opening, setOpening] = useState(false);
  const mayOpen = useCanChange('assessment.open');
  const open = mayOpen && <Button onClick={() => setOpening(true)}>{t('list.open')}</Button>;
  return (
    <Page
      title={t('title')}
      section={<AssessmentNav />}
      answer={
        data &&
        (latest ? (
          <TenantLink to={`audits/organisation/${latest.id}`} c="inherit">
            {position(latest)}
          </TenantLink>
        ) : (
          t('list.answerNone')
        ))
      }
      actions={open}
    >
      {catalogue && data && data.items.length > 1 && <LatestOfEach all={data.items} catalogue={catalogue} />}
      <AssessmentList openButton={open} catalogue={catalogue} />
      {opening && <OpenAssessment onClose={() => setOpening(false)} />}
    </Page>
  );
}

function position({ score, maximum, band, next, assessedOn }: Summary): string {
  const values = { score, maximum, day: day(assessedOn), band: t(`band.${band}`) };
  return next
    ? t('list.next', { ...values, n: next.points, next: t(`towards.${next.band}`) })
    : t('list.answer', values);
}

function AssessmentList({ openButton, catalogue }: { openButton: ReactNode; catalogue?: OrganisationCatalogue }) {
  const [q] = useAddressState('q');
  const [status] = useAddressState('status');
  const [mine] = useAddressState('mine');
  const divisionId = useDivisionScope();
  const { text: sort } = useSort('-assessedOn');
  const mayAnswer = useCan('assessment.answer');
  const scopeName = useScopeName();
  const columns = useMemo(() => columnsFor(scopeName, catalogue), [scopeName, catalogue]);
  const download = useDownload();
  const filter = {
    q: q || undefined,
    status: statuses.find((one) => one === status),
    mine: mine === 'true' ? ('true' as const) : undefined,
    divisionId,
  };
  const query = { ...filter, sort: sorts.find((one) => one === sort) };
  const path = '/api/t/{tenant}/organisation-assessments';
  const { items, first, error, refetch, more, loadingMore } = usePages(path, { query });
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <Stack>
      <ListToolbar
        search={t('list.search')}
        filters={[
          {
            param: 'status',
            label: t('filter.status'),
            options: statuses.map((value) => ({ value, label: t(`status.${value}`) })),
          },
          ...(mayAnswer
            ? [{ param: 'mine', label: t('list.mine'), options: [{ value: 'true', label: t('list.mineYes') }] }]
            : []),
        ]}
        count={first && t('list.count', { n: first.total })}
        onCsv={() =>
          download.mutate({
            path: 'organisation-assessments/export',
            query: filter,
            fileName: 'organisation-assessments.csv',
          })
        }
        csvLoading={download.isPending}
      />
      <DataTable
        caption={t('list.caption')}
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        to={({ id }) => `audits/organisation/${id}`}
        defaultSort="-assessedOn"
        sortedByApi
        footer={<ShowMore more={more} loadingMore={loadingMore} />}
        empty={
          filtered ? (
            <EmptyState title={t('list.noneFound')} />
          ) : (
            <EmptyState title={t('list.none')} text={t('list.noneText')} action={openButton} />
          )
        }
      />
    </Stack>
  );
}

const columnsFor = (
  scopeName: (scope: Summary['scope']) => string,
  catalogue: OrganisationCatalogue | undefined,
): Column<Summary>[] => [
  { id: 'title', header: t('column.title'), value: ({ title }) => title },
  { id: 'scope', header: t('column.scope'), value: ({ scope }) => scopeName(scope), sortable: false },
  {
    id: 'assessedOn',
    header: t('column.date'),
    value: ({ assessedOn }) => assessedOn,
    cell: ({ assessedOn }) => <Day on={assessedOn} />,
  },
  { id: 'status', header: t('column.status'), value: ({ status }) => t(`status.${status}`), sortable: false },
  {
    id: 'settled',
    header: t('column.settled'),
    value: ({ progress }) => progress.settled,
    cell: ({ progress }) => t('grid.of', { score: progress.settled, maximum: progress.cells }),
    numeric: true,
    sortable: false,
  },
  {
    id: 'band',
    header: t('column.band'),
    value: ({ band }) => catalogue?.bandName(band) ?? band,
    sortable: false,
  },
  {
    id: 'score',
    header: t('column.score'),
    value: ({ score }) => score,
    cell: (one) => (
      <>
        {number(one.score)} / {number(one.maximum)}
        {!isResult(one) && ` (${t('provisional')})`}
      </>
    ),
    numeric: true,
    sortable: false,
  },
];
