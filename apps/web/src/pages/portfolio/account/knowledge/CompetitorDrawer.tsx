import { lazy, Suspense, useState } from 'react';
import { Button, Drawer, Group, Stack } from '@mantine/core';
import { day, number } from '~/i18n/format';
import { Facts } from '~/ui';
import { CompetitorForm } from './CompetitorForm';
import { t } from './texts';
import type { Competitor } from './use-knowledge';

const HistoryDrawer = lazy(() => import('~/ui/HistoryDrawer'));

interface CompetitorDrawerProps {
  competitor: Competitor;
  mayChange: boolean;
  onClose: () => void;
}

/** How one competitor stands at the customer. */
export function CompetitorDrawer({ competitor, mayChange, onClose }: CompetitorDrawerProps) {
  const [doing, setDoing] = useState<'reassess' | 'history'>();
  const { competitorId, name, share, strengths, weaknesses, answer } = competitor;
  const back = () => setDoing(undefined);
  if (doing === 'reassess') {
    return <CompetitorForm accountId={competitor.accountId} competitor={competitor} onClose={back} />;
  }
  if (doing === 'history') {
    return (
      <Suspense>
        <HistoryDrawer subject={{ type: 'competitor', id: competitorId }} title={name} onClose={back} />
      </Suspense>
    );
  }
  const facts = [
    { label: t('position'), value: t(`position.${competitor.position}`) },
    { label: t('share'), value: share === null ? '–' : `${number(share)} %` },
    { label: t('asOf'), value: day(competitor.asOf) },
    { label: t('strengths'), value: strengths },
    { label: t('weaknesses'), value: weaknesses },
    { label: t('answer'), value: answer },
  ];
  return (
    <Drawer opened onClose={onClose} title={name} size={480}>
      <Stack>
        <Facts facts={facts.filter(({ value }) => value)} />
        <Group>
          {mayChange && <Button onClick={() => setDoing('reassess')}>{t('reassess')}</Button>}
          <Button variant="default" onClick={() => setDoing('history')}>
            {t('history')}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  );
}
