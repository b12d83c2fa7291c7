import { Alert, Button, Code, CopyButton, Drawer, Group, Stack, Text } from '@mantine/core';
import { t } from './texts';

export interface Invitation {
  readonly name: string;
  readonly oneTimePassword: string | null;
}

/** What the administrator does next: hands the password over, or nothing. */
export function Invited({
  invitation: { name, oneTimePassword },
  onClose,
}: {
  invitation: Invitation;
  onClose: () => void;
}) {
  return (
    <Drawer opened onClose={onClose} title={oneTimePassword ? t('password.title', { name }) : t('invited')} size={480}>
      <Stack>
        {oneTimePassword ? (
          <>
            <Alert color="yellow">{t('password.text')}</Alert>
            <Code block fz="lg" data-testid="one-time-password">
              {oneTimePassword}
            </Code>
          </>
        ) : (
          <Text>{t('password.mail', { name })}</Text>
        )}
        <Group justify="flex-end">
          {oneTimePassword && (
            <CopyButton value={oneTimePassword}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? t('password.copied') : t('password.copy')}
                </Button>
              )}
            </CopyButton>
          )}
          <Button onClick={onClose}>{t('password.done')}</Button>
        </Group>
      </Stack>
    </Drawer>
  );
}
