import { useState } from 'react';
import { Title } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { useCanChange, useTenantMe } from '~/app/tenant';
import { DataTable } from '~/ui';
import { CheckResource } from '../../moves/CheckResource';
import { resourceColumns } from '../../moves/resource-columns';
import type { Resource } from '../../moves/ResourcesTab';
import { t } from './texts';

/** What was named to move with decisions on this account, against what moved. */
export function AccountResources({ accountId }: { accountId: string }) {
  const { data } = useRead('/api/t/{tenant}/portfolio/resources', { query: { accountId, limit: 200 } });
  const [checking, setChecking] = useState<Resource>();
  const mayCheck = useCanChange('portfolio.recategorise');
  const { currency } = useTenantMe().tenant;
  if (!data || data.items.length === 0) return null;
  const [, ...columns] = resourceColumns(currency, mayCheck ? setChecking : undefined);
  return (
    <section aria-label={t('resource.title')}>
      <Title order={2} size="h4" mb="xs">
        {t('resource.title')}
      </Title>
      <DataTable caption={t('resource.title')} columns={columns} rows={data.items} rowKey={({ id }) => id} />
      {checking && <CheckResource resource={checking} onClose={() => setChecking(undefined)} />}
    </section>
  );
}
