import { type ReactNode, useMemo, useState } from 'react';
import { Button, Stack } from '@mantine/core';
import { useListDownload } from '~/api/use-download';
import { usePages } from '~/api/use-pages';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { useDivisionScope, useCan, useCanChange } from '~/app/tenant';
import { TenantLink } from '~/app/TenantLink';
import { day, number } from '~/i18n/format';
import { type Column, DataTable, Day, EmptyState, ErrorState, ListToolbar, Page, ShowMore, useSort } from '~/ui';
import { type AuditSummary, given, type Scope, useScopeName } from './audit';
import { AssessmentNav } from './AssessmentNav';
import { OpenAuditDrawer } from './OpenAuditDrawer';
import { t } from './texts';

const statuses = ['not-started', 'under-way', 'complete', 'signed-off'] as const;
const sorts = ['auditDate', '-auditDate', 'title', '-title', 'score', '-score'] as const;

/** Where is our programme on the road, and how did it come there? */
export default function AuditsPage() {
  const programme = useRead('/api/t/{tenant}/audits', { query: { scope: 'programme', limit: 20 } }).data?.items;
  const latest = programme?.find(isSettled) ?? programme?.find((audit) => given(audit) > 0);
  const [opening, setOpening] = useState(false);
  const mayOpen = useCanChange('assessment.open');
  const open = mayOpen && <Button onClick={() => setOpening(true)}>{t('list.open')}</Button>;
  return (
    <Page
      title={t('title')}
      section={<AssessmentNav />}
      answer={
        programme &&
        (latest ? (
          <TenantLink to={`audits/${latest.id}`} c="inherit">
            {t('list.answer', { score: latest.score, maximum: latest.maximum, day: day(latest.auditDate) })}
          </TenantLink>
        ) : (
          t('list.answerNone')
        ))
      }
      actions={open}
    >
      <AuditList openButton={open} />
      {opening && <OpenAuditDrawer onClose={() => setOpening(false)} />}
    </Page>
  );
}

/** An audit that is still under way does not say where the programme stands while another does. */
const isSettled = ({ status }: AuditSummary) => status === 'complete' || status === 'signed-off';

function AuditList({ openButton }: { openButton: ReactNode }) {
  const [q] = useAddressState('q');
  const [status] = useAddressState('status');
  const [mine] = useAddressState('mine');
  const divisionId = useDivisionScope();
  const { text: sort } = useSort('-auditDate');
  const mayAnswer = useCan('assessment.answer');
  const scopeName = useScopeName();
  const columns = useMemo(() => columnsFor(scopeName), [scopeName]);
  const filter = {
    q: q || undefined,
    status: statuses.find((one) => one === status),
    mine: mine === 'true' ? ('true' as const) : undefined,
    divisionId,
  };
  const query = { ...filter, sort: sorts.find((one) => one === sort) };
  const downloads = useListDownload('audits/export', 'audits', filter);
  const { items, first, error, refetch, more, loadingMore } = usePages('/api/t/{tenant}/audits', { query });
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <Stack>
      <ListToolbar
        search={t('list.search')}
        filters={[
          {
            param: 'status',
            label: t('column.status'),
            options: statuses.map((value) => ({ value, label: t(`status.${value}`) })),
          },
          ...(mayAnswer
            ? [{ param: 'mine', label: t('list.mine'), options: [{ value: 'true', label: t('list.mineYes') }] }]
            : []),
        ]}
        count={first && t('list.count', { n: first.total })}
        {...downloads}
      >
        {first && first.total > 1 && <TenantLink to="audits/compare">{t('list.compare')}</TenantLink>}
      </ListToolbar>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        to={({ id }) => `audits/${id}`}
        defaultSort="-auditDate"
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

const columnsFor = (scopeName: (scope: Scope) => string): Column<AuditSummary>[] => [
  { id: 'title', header: t('column.title'), value: ({ title }) => title },
  { id: 'scope', header: t('column.scope'), value: ({ scope }) => scopeName(scope), sortable: false },
  {
    id: 'auditDate',
    header: t('column.date'),
    value: ({ auditDate }) => auditDate,
    cell: ({ auditDate }) => <Day on={auditDate} />,
  },
  { id: 'status', header: t('column.status'), value: ({ status }) => t(`status.${status}`), sortable: false },
  {
    id: 'progress',
    header: t('column.progress'),
    value: given,
    cell: (audit) => <Progress audit={audit} />,
    numeric: true,
    sortable: false,
  },
  {
    id: 'score',
    header: t('column.score'),
    value: ({ score }) => score,
    cell: ({ score, maximum }) => `${number(score)} / ${number(maximum)}`,
    numeric: true,
  },
];

function Progress({ audit }: { audit: AuditSummary }) {
  const { actions, unconfirmed } = audit.progress;
  return (
    <>
      {t('fact.progressValue', { given: given(audit), actions })}
      {unconfirmed > 0 && ` · ${t('list.unconfirmed', { n: unconfirmed })}`}
    </>
  );
}
