import { Skeleton, Stack } from '@mantine/core';
import { t } from '~/i18n';

export function PageSkeleton() {
  return (
    <Stack p="xl" gap="md" aria-busy="true" aria-label={t('table.loading')} role="status">
      <Skeleton h={28} w={220} />
      <Skeleton h={16} w="min(60ch, 100%)" />
      <Skeleton h={280} mt="md" />
    </Stack>
  );
}
