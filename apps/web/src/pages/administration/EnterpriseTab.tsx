import { useState } from 'react';
import { Button, Skeleton, Stack } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { useCanChange } from '~/app/tenant';
import { ErrorState, Facts } from '~/ui';
import { EnterpriseForm } from './EnterpriseForm';
import { t } from './texts';

export function EnterpriseTab() {
  const { data, error, refetch } = useRead('/api/t/{tenant}/enterprise');
  const mayChange = useCanChange('enterprise.manage');
  const [changing, setChanging] = useState(false);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={80} />;
  return (
    <Stack align="start">
      <Facts
        facts={[
          { label: t('enterprise.name'), value: data.name },
          { label: t('enterprise.currency'), value: data.currency },
          { label: t('enterprise.capacity'), value: data.capacity ?? t('enterprise.notStated') },
          { label: t('enterprise.review'), value: t('enterprise.reviewDays', { n: data.planReviewDays }) },
        ]}
      />
      {mayChange && <Button onClick={() => setChanging(true)}>{t('enterprise.change')}</Button>}
      {changing && <EnterpriseForm enterprise={data} onClose={() => setChanging(false)} />}
    </Stack>
  );
}
