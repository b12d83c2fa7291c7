import { useState } from 'react';
import { Button } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';
import { TenantLink } from '~/app/TenantLink';
import { useCanChange } from '~/app/tenant';
import { type Column, DataTable, EmptyState, ErrorState, Page } from '~/ui';
import { OfferingForm } from '../account/relationships/OfferingForm';
import { t as portfolio } from '../texts';
import { ChangeOffering } from './ChangeOffering';
import { t } from './texts';

const path = '/api/t/{tenant}/offerings';
export type Offering = ReadAnswer<typeof path>['items'][number];

const columns: Column<Offering>[] = [
  { id: 'name', header: t('name'), value: ({ name }) => name },
  { id: 'code', header: t('code'), value: ({ code }) => code },
  {
    id: 'state',
    header: t('state'),
    value: ({ offered }) => t(offered ? 'state.sold' : 'state.withdrawn'),
  },
];

/** What does the enterprise sell, and what no more? */
export default function OfferingsPage() {
  const { data, error, refetch } = useRead(path);
  const may = useCanChange('enterprise.manage');
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<Offering>();
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const add = may && <Button onClick={() => setAdding(true)}>{t('add')}</Button>;
  return (
    <Page
      title={t('title')}
      above={<TenantLink to="portfolio">{portfolio('back')}</TenantLink>}
      answer={data && answer(data.items)}
      actions={add}
    >
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        onOpen={may ? setOpened : undefined}
        defaultSort="name"
        empty={<EmptyState title={t('none')} text={t('noneText')} action={add} />}
      />
      {adding && <OfferingForm onClose={() => setAdding(false)} />}
      {opened && <ChangeOffering offering={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  );
}

function answer(items: readonly Offering[]): string {
  const sold = items.filter(({ offered }) => offered).length;
  if (items.length === 0) return t('answer.none');
  const said = t('answer', { n: sold });
  return sold < items.length ? t('answer.withdrawn', { sold: said, n: items.length - sold }) : said;
}
