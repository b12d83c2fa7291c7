import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Mark } from './Mark';

interface NoticeProps {
  title: string;
  text?: string;
  action?: string;
  onAction?: () => void;
  /** Shows only after a moment, so that a quick step does not flicker. */
  quiet?: boolean;
}

/** A page of its own with one sentence, outside the frame. */
export function Notice({ title, text, action, onAction, quiet }: NoticeProps) {
  return (
    <Center mih="100dvh" p="md" component="main" className={quiet ? 'appears-late' : undefined}>
      <Stack align="center" gap="sm" maw={480} ta="center">
        <Mark size={40} />
        <Title order={1} size="h3" role={quiet ? 'status' : undefined}>
          {title}
        </Title>
        {text && <Text c="dimmed">{text}</Text>}
        {action && (
          <Button onClick={onAction} mt="sm">
            {action}
          </Button>
        )}
      </Stack>
    </Center>
  );
}
