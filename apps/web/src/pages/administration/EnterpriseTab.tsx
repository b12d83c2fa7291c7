import { useState } from 'react';
import { Button, Skeleton, Stack, Title } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { useCanChange } from '~/app/tenant';
import { ErrorState, Facts } from '~/ui';
import { approvalDirections, ApprovalForm } from './ApprovalForm';
import { EnterpriseForm } from './EnterpriseForm';
import { t } from './texts';

export function EnterpriseTab() {
  const { data, error, refetch } = useRead('/api/t/{tenant}/enterprise');
  const mayChange = useCanChange('enterprise.manage');
  const [changing, setChanging] = useState<'enterprise' | 'approval'>();
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
      {mayChange && <Button onClick={() => setChanging('enterprise')}>{t('enterprise.change')}</Button>}
      <Title order={2} size="h4" mt="md">
        {t('approval.title')}
      </Title>
      <Facts
        facts={approvalDirections.map((direction) => ({
          label: t(`approval.${direction}`),
          value: t(`approval.${data.approval[direction]}`),
        }))}
      />
      {mayChange && (
        <Button variant="default" onClick={() => setChanging('approval')}>
          {t('approval.change')}
        </Button>
      )}
      {changing === 'enterprise' && <EnterpriseForm enterprise={data} onClose={() => setChanging(undefined)} />}
      {changing === 'approval' && <ApprovalForm enterprise={data} onClose={() => setChanging(undefined)} />}
    </Stack>
  );
}
