import { Button, Stack, Text, Title } from '@mantine/core';
import type { ApiProblem } from '~/api/problem';
import { useAsAt } from '~/app/as-at';
import { problemText } from './problem-text';

interface ErrorStateProps {
  problem: ApiProblem;
  onRetry?: () => void;
}

/** In place of what could not be read: what happened, what was kept, what to do. */
export function ErrorState({ problem, onRetry }: ErrorStateProps) {
  const asAt = useAsAt();
  const { title, text, retry, id } = problemText(problem, asAt !== undefined);
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center" role="alert">
      <Title order={2} size="h4">
        {title}
      </Title>
      {text && (
        <Text c="dimmed" maw={480}>
          {text}
        </Text>
      )}
      {id && (
        <Text c="dimmed" size="xs">
          {id}
        </Text>
      )}
      {retry && onRetry && (
        <Button variant="default" onClick={onRetry}>
          {retry}
        </Button>
      )}
    </Stack>
  );
}
