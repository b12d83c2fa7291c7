import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useCommand } from '~/api/use-command';
import { usePages } from '~/api/use-pages';
import { useAddressState } from '~/app/address-state';
import { TenantLink } from '~/app/TenantLink';
import { useCanChange } from '~/app/tenant';
import { day, moment } from '~/i18n/format';
import {
  announce,
  categoryText,
  EmptyState,
  ErrorState,
  ListToolbar,
  Page,
  PageSkeleton,
  ShowMore,
  usePeople,
} from '~/ui';
import { t } from './texts';

type Notice = ReadAnswer<'/api/t/{tenant}/notices'>['items'][number];

/** What was decided that concerns me? */
export default function NoticesPage() {
  const [show] = useAddressState('show');
  const query = show === 'unread' ? { unread: 'true' as const } : {};
  const { items, first, error, refetch, more, loadingMore } = usePages('/api/t/{tenant}/notices', { query });
  const { read, pending } = useReading();
  const may = useCanChange('portfolio.notices');
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!first || !items) return <PageSkeleton />;
  const fresh = items.filter(({ readAt }) => readAt === null).map(({ id }) => id);
  return (
    <Page
      title={t('title')}
      answer={first.unread === 0 ? t('answerNone') : t('answer', { n: first.unread })}
      actions={
        may &&
        fresh.length > 0 && (
          <Button variant="default" loading={pending} onClick={() => void read(fresh)}>
            {t('readAll')}
          </Button>
        )
      }
    >
      <ListToolbar
        filters={[{ param: 'show', label: t('state'), options: [{ value: 'unread', label: t('unread') }] }]}
        count={t('count', { n: items.length })}
      />
      {items.length === 0 && <EmptyState title={t('none')} text={t('noneText')} />}
      <Stack gap="sm">
        {items.map((notice) => (
          <ShownNotice key={notice.id} notice={notice} onRead={may ? () => void read([notice.id]) : undefined} />
        ))}
      </Stack>
      <ShowMore more={more} loadingMore={loadingMore} />
    </Page>
  );
}

function ShownNotice({ notice, onRead }: { notice: Notice; onRead: (() => void) | undefined }) {
  const people = usePeople();
  const { accountId, reason, by, toldAt, readAt } = notice;
  return (
    <Paper withBorder p="md" component="article">
      <Group justify="space-between" align="start" gap="xs">
        <div>
          <Group gap="xs">
            <TenantLink to={`portfolio/${accountId}?tab=categories`} fw={readAt === null ? 600 : undefined}>
              {noticeText(notice)}
            </TenantLink>
            {readAt === null && <Badge variant="light">{t('new')}</Badge>}
          </Group>
          <Text size="sm">{reason}</Text>
          <Text size="sm" c="dimmed">
            {t('by', { person: people.get(by) ?? by, moment: moment(toldAt) })}
          </Text>
        </div>
        {readAt === null && onRead && (
          <Button variant="subtle" size="compact-sm" onClick={onRead} data-screen-only>
            {t('read')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

function noticeText({ kind, account, from, to, effectiveOn }: Notice): string {
  const says = {
    account,
    from: from ? categoryText(from) : '',
    to: to ? categoryText(to) : '',
    day: effectiveOn ? day(effectiveOn) : '',
  };
  return t(kind === 'corrected' && to === null ? 'correctedAway' : kind, says);
}

function useReading() {
  const command = useCommand('post', '/api/t/{tenant}/notices/reading');
  const read = async (noticeIds: string[]) => {
    await command.mutateAsync({ body: { noticeIds } });
    announce(t('done', { n: noticeIds.length }));
  };
  return { read, pending: command.isPending };
}
