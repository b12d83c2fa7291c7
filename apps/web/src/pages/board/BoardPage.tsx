import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useRead } from '~/api/use-read';
import { TenantLink } from '~/app/TenantLink';
import { day } from '~/i18n/format';
import { EmptyState, Page } from '~/ui';
import { BoardTiles } from './BoardTiles';
import { t } from './texts';

/** Is KAM worth it, and where is the risk? */
export default function BoardPage() {
  const { data } = useRead('/api/t/{tenant}/board/dashboard');
  const empty = data?.tiles.every(({ value }) => !value);
  return (
    <Page
      title={t('title')}
      answer={data && !empty ? t('answer', { day: day(data.on) }) : undefined}
      actions={
        <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      {empty ? (
        <EmptyState
          title={t('empty')}
          text={t('emptyText')}
          action={<TenantLink to="portfolio">{t('toPortfolio')}</TenantLink>}
        />
      ) : (
        <BoardTiles />
      )}
    </Page>
  );
}
