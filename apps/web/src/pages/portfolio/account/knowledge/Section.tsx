import type { ReactNode } from 'react';
import { Group, Text, Title } from '@mantine/core';

interface SectionProps {
  title: string;
  /** What it says, or what it is for. */
  lead: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of the knowledge base under its heading. */
export function Section({ title, lead, actions, children }: SectionProps) {
  return (
    <section aria-label={title}>
      <Group justify="space-between" align="start" mb="xs">
        <div>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text size="sm" c="dimmed" maw="72ch">
            {lead}
          </Text>
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </section>
  );
}
