import { Text } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { day } from '~/i18n/format';
import { PersonName } from '~/ui';
import { t } from './texts';

/** Every time we were in touch with the person, latest first. */
export function Meetings({ accountId, contactId }: { accountId: string; contactId: string }) {
  const { data } = useRead('/api/t/{tenant}/accounts/{accountId}/contacts/{contactId}/meetings', {
    path: { accountId, contactId },
  });
  if (!data) return null;
  return (
    <section>
      <Text fw={600} size="sm">
        {t('meetings')}
      </Text>
      {data.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('meetingsNone')}
        </Text>
      )}
      {data.items.map(({ metOn, by, note }, index) => (
        <Text key={index} size="sm">
          {day(metOn)}, <PersonName id={by} />
          {note && `: ${note}`}
        </Text>
      ))}
    </section>
  );
}
