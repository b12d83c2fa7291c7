import { Text } from '@mantine/core';
import { useDivisionNames } from '~/app/use-divisions';
import { PersonName, SaidAt } from '~/ui';
import type { Entry } from './entry';
import { t } from './texts';

/** What was changed: the record, and what within it. */
export function RecordName({
  entry: { subject, detail, detailTitle, saidAt },
}: {
  entry: Pick<Entry, 'subject' | 'detail' | 'detailTitle' | 'saidAt'>;
}) {
  return (
    <>
      <Title subject={subject} />
      {detail && (
        <Text size="xs" c="dimmed" lineClamp={2}>
          {detailTitle ? `${detail} ${detailTitle}` : detail}
        </Text>
      )}
      <SaidAt account={saidAt} />
    </>
  );
}

function Title({ subject: { type, id, title } }: Pick<Entry, 'subject'>) {
  const divisions = useDivisionNames();
  if (type === 'person') return <PersonName id={id} />;
  if (type === 'enterprise') return title || t('record.enterprise');
  if (type === 'plan') return t('record.plan', { title: title ?? id });
  return title ?? divisions.get(id) ?? id;
}
