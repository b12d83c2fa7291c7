import { Anchor, Drawer, Skeleton, Stack, Text } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { useRead } from '~/api/use-read';
import { t } from '~/i18n';
import { day, moment } from '~/i18n/format';
import { EmptyState } from './EmptyState';
import { ErrorState } from './ErrorState';
import classes from './HistoryDrawer.module.css';
import { PersonName } from './PersonName';
import { valueText } from './value-text';

interface HistoryDrawerProps {
  subject: { readonly type: string; readonly id: string };
  title: string;
  onClose: () => void;
}

/** Every change of one record, newest first; each leads to the page as it was at that moment. */
export default function HistoryDrawer({ subject, title, onClose }: HistoryDrawerProps) {
  const { data, error, refetch } = useRead('/api/t/{tenant}/history', {
    query: { subject: `${subject.type}:${subject.id}` },
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      size={640}
      title={t('history.title', { title })}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton h={240} />}
      {data?.items.length === 0 && <EmptyState title={t('history.none')} />}
      <Stack gap="md" component="ol" className={classes['list']}>
        {data?.items.map((change) => (
          <li key={change.id} className={classes['change']}>
            <Text size="sm" component="div">
              <MomentLink at={change.recorded} onFollow={onClose} /> · <PersonName id={change.actor} />
              {change.effectiveOn && ` · ${t('history.effective', { day: day(change.effectiveOn) })}`}
            </Text>
            <Text fw={600}>{change.what}</Text>
            {change.changes.length > 0 && <Changes changes={change.changes} />}
            {change.reason && <Text className={classes['reason']}>{change.reason}</Text>}
          </li>
        ))}
      </Stack>
    </Drawer>
  );
}

function Changes({ changes }: { changes: readonly { field: string; before?: unknown; after?: unknown }[] }) {
  return (
    <table className={classes['changes']}>
      <thead>
        <tr>
          <th scope="col">{t('history.what')}</th>
          <th scope="col">{t('history.before')}</th>
          <th scope="col">{t('history.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{field}</th>
            <td>{valueText(before)}</td>
            <td>{valueText(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** To this same page, as at the moment of the change. */
function MomentLink({ at, onFollow }: { at: string; onFollow: () => void }) {
  const { pathname, search } = useLocation();
  const query = new URLSearchParams(search);
  query.set('asAt', at);
  return (
    <Anchor
      component={Link}
      to={{ pathname, search: query.toString() }}
      onClick={onFollow}
      title={t('history.goTo', { moment: moment(at) })}
    >
      {moment(at)}
    </Anchor>
  );
}
