import { type ReactNode, useEffect, useState } from 'react';
import { Button, Center, Progress, Stack, Text, Title } from '@mantine/core';
import { t } from '~/i18n';
import { percent } from '~/i18n/format';
import { type Config, loadConfig } from './auth/config';
import { Mark } from './Mark';

const askEveryMs = 1_000;

/** How far the loading of the demo enterprise has come, on a first start; then, or on request, the product. */
export function DemoLoading({ demo, children }: { demo: Config['demo']; children: ReactNode }) {
  const [progress, setProgress] = useState(demo);
  const loading = progress !== null;

  useEffect(() => {
    if (!loading) return;
    const timer = setInterval(() => {
      void loadConfig().then(
        (config) => setProgress(config.demo),
        () => undefined, // asked again in a second
      );
    }, askEveryMs);
    return () => clearInterval(timer);
  }, [loading]);

  if (!progress) return children;
  const share = progress.done / Math.max(progress.total, 1);
  return (
    <Center mih="100dvh" p="md" component="main">
      <Stack gap="sm" w="100%" maw={480}>
        <Mark size={40} />
        <Title order={1} size="h3">
          {t('demo.title')}
        </Title>
        <Text c="dimmed">{t('demo.text')}</Text>
        <Progress.Root size="lg">
          <Progress.Section value={share * 100} aria-label={t('demo.progress')} />
        </Progress.Root>
        <Text size="sm">{percent(share)}</Text>
        <Button variant="default" onClick={() => setProgress(null)} style={{ alignSelf: 'start' }}>
          {t('demo.enter')}
        </Button>
      </Stack>
    </Center>
  );
}
