import { Anchor, Button, Drawer, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useRead } from '~/api/use-read';
import { useTenantAddress } from '~/app/address';
import { useTenantMe } from '~/app/tenant';
import { t as frame } from '~/i18n';
import { ChangedFields, Day, ErrorState, kindText, Moment, PersonName } from '~/ui';
import { atMoment, pageOf, type WholeEntry } from './entry';
import { Envelope } from './Envelope';
import classes from './history.module.css';
import { RecordName } from './RecordName';
import { t } from './texts';

/** One change with all that is known of it, and the ways to the record at that moment. */
export function EntryDrawer({ eventId, onClose }: { eventId: string; onClose: () => void }) {
  const { data: entry, error, refetch } = useRead('/api/t/{tenant}/history/{eventId}', { path: { eventId } });
  return (
    <Drawer
      opened
      onClose={onClose}
      size={680}
      title={entry && kindText(entry.kind)}
      closeButtonProps={{ 'aria-label': frame('form.close') }}
    >
      {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {!entry && !error && <Skeleton h={320} />}
      {entry && <WholeChange entry={entry} />}
    </Drawer>
  );
}

function WholeChange({ entry }: { entry: WholeEntry }) {
  const { recorded, effectiveOn, actor, onBehalfOf, account, subject, before, after, why } = entry;
  return (
    <Stack gap="md">
      <Title order={2} size="h3">
        <RecordName entry={entry} />
      </Title>
      <dl className={classes['facts']}>
        <dt>{t('who')}</dt>
        <dd>
          <PersonName id={actor} />
        </dd>
        {onBehalfOf && (
          <>
            <dt>{t('entry.onBehalf')}</dt>
            <dd>
              <PersonName id={onBehalfOf} />
            </dd>
          </>
        )}
        <dt>{t('when')}</dt>
        <dd>
          <Moment at={recorded} />
        </dd>
        {effectiveOn && (
          <>
            <dt>{t('entry.effective')}</dt>
            <dd>
              <Day on={effectiveOn} />
            </dd>
          </>
        )}
        {account && subject.type !== 'account' && (
          <>
            <dt>{t('entry.account')}</dt>
            <dd>{account.name ?? account.id}</dd>
          </>
        )}
      </dl>
      {why && <Text className={classes['why']}>{why}</Text>}
      <ChangedFields before={before} after={after} />
      <Ways entry={entry} />
      <Envelope entry={entry} />
    </Stack>
  );
}

/** To the record as it is, and as it was on either side of the change. */
function Ways({ entry }: { entry: WholeEntry }) {
  const { permissions } = useTenantMe();
  const address = useTenantAddress();
  const page = pageOf(entry, permissions);
  if (!page) return null;
  return (
    <Group gap="xs" data-screen-only>
      <Button component={Link} to={address(atMoment(page, entry.recorded, true))} variant="default">
        {t('entry.before')}
      </Button>
      <Button component={Link} to={address(atMoment(page, entry.recorded))} variant="default">
        {t('entry.after')}
      </Button>
      <Anchor component={Link} to={address(atMoment(page, undefined))}>
        {t('entry.open')}
      </Anchor>
    </Group>
  );
}
