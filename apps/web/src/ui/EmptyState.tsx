import type { ReactNode } from 'react';
import { Stack, Text, Title } from '@mantine/core';

interface EmptyStateProps {
  /** What this place will answer, or what happened. */
  title: string;
  text?: string;
  /** The next step, usually a button or a link. */
  action?: ReactNode;
}

export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center">
      <Title order={2} size="h4">
        {title}
      </Title>
      {text && (
        <Text c="dimmed" maw={480}>
          {text}
        </Text>
      )}
      {action}
    </Stack>
  );
}
