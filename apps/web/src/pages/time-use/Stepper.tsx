import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { t } from './texts';

interface StepperProps {
  /** What is stepped through. */
  of: 'year' | 'month' | 'period';
  name: string;
  onStep: (by: -1 | 1) => void;
}

/** One year, month or period before or after. */
export function Stepper({ of, name, onStep }: StepperProps) {
  return (
    <Group gap="xs" wrap="nowrap" data-screen-only>
      <ActionIcon size="lg" variant="default" aria-label={t(`${of}.before`)} onClick={() => onStep(-1)}>
        <IconChevronLeft size={18} />
      </ActionIcon>
      <Text fw={600} ta="center" miw="6rem" aria-live="polite">
        {name}
      </Text>
      <ActionIcon size="lg" variant="default" aria-label={t(`${of}.after`)} onClick={() => onStep(1)}>
        <IconChevronRight size={18} />
      </ActionIcon>
    </Group>
  );
}
