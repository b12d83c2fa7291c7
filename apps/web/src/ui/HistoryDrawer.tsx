import { Anchor, Drawer, Skeleton, Stack, Text } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { usePages } from '~/api/use-pages';
import { useTenantAddress } from '~/app/address';
import { t } from '~/i18n';
import { day, moment } from '~/i18n/format';
import { ChangedFields } from './ChangedFields';
import { EmptyState } from './EmptyState';
import { ErrorState } from './ErrorState';
import classes from './HistoryDrawer.module.css';
import { kindText } from './kind-text';
import { PersonName } from './PersonName';
import { SaidAt } from './SaidAt';
import { ShowMore } from './ShowMore';
import { useReturnFocus } from './use-return-focus';

interface HistoryDrawerProps {
  subject: { readonly type: string; readonly id: string };
  /** Only the changes of this part of the record, such as one action of an audit. */
  detail?: string;
  title: string;
  onClose: () => void;
}

/** Every change of one record, newest first; each leads to the page as it was at that moment. */
export default function HistoryDrawer({ subject, detail: part, title, onClose }: HistoryDrawerProps) {
  const { items, error, refetch, more, loadingMore } = usePages('/api/t/{tenant}/history/of/{type}/{id}', {
    path: subject,
    query: { detail: part },
  });
  useReturnFocus();
  return (
    <Drawer
      opened
      onClose={onClose}
      size={640}
      title={t('history.title', { title })}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {!error && !items && <Skeleton h={240} />}
      {items?.length === 0 && <EmptyState title={t('history.none')} />}
      <Stack gap="md" component="ol" className={classes['list']}>
        {items?.map(
          ({ eventId, recorded, actor, effectiveOn, kind, detail, detailTitle, before, after, why, saidAt }) => (
            <li key={eventId} className={classes['change']}>
              <Text size="sm" c="dimmed" component="div">
                <MomentLink at={recorded} account={saidAt?.id} onFollow={onClose} /> · <PersonName id={actor} />
                {effectiveOn && ` · ${t('history.effective', { day: day(effectiveOn) })}`}
              </Text>
              <Text fw={600}>{[kindText(kind), detailTitle ?? detail].filter(Boolean).join(': ')}</Text>
              <SaidAt account={saidAt} onFollow={onClose} />
              <ChangedFields before={before} after={after} />
              {why && <Text className={classes['reason']}>{why}</Text>}
            </li>
          ),
        )}
      </Stack>
      <ShowMore more={more} loadingMore={loadingMore} text={t('history.more')} />
    </Drawer>
  );
}

/** To this same page, or to that of the account that the change was recorded for, as at the moment of the change. */
function MomentLink({ at, account, onFollow }: { at: string; account: string | undefined; onFollow: () => void }) {
  const { pathname, search } = useLocation();
  const address = useTenantAddress();
  const query = new URLSearchParams(search);
  query.set('asAt', at);
  return (
    <Anchor
      component={Link}
      to={
        account
          ? address(`portfolio/${account}?asAt=${encodeURIComponent(at)}`)
          : { pathname, search: query.toString() }
      }
      onClick={onFollow}
      title={t('history.goTo', { moment: moment(at) })}
    >
      {moment(at)}
    </Anchor>
  );
}
