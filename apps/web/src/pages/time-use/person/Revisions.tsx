import { Text, Title } from '@mantine/core';
import { Moment } from '~/ui';
import type { Entry } from '../deviation';
import { periodName } from '../period-name';
import { t } from '../texts';
import { type Activity, labelOf } from '../words';
import classes from './person.module.css';

type Revision = Entry['revisions'][number];

/** Everything that was said about a period, newest first: what changed, when and why. */
export function Revisions({ entry, activities }: { entry: Entry; activities: readonly Activity[] }) {
  const { revisions, period } = entry;
  if (revisions.length < 2) return null;
  return (
    <section aria-labelledby="revisions">
      <Title order={2} size="h4" id="revisions" mb="xs">
        {t('revisions.title', { period: periodName(period) })}
      </Title>
      <ol className={classes['revisions']}>
        {revisions.map((revision, index) => (
          <li key={revision.version}>
            <Text size="sm" c="dimmed">
              <Moment at={revision.recordedAt} />
            </Text>
            <Text>{revision.reason ?? t('revisions.first')}</Text>
            {changesOf(revision, revisions[index + 1]).map(({ id, from, to }) => (
              <Text size="sm" key={id}>
                {labelOf(activities, id)}: {t('share.of', { share: from })} → {t('share.of', { share: to })}
              </Text>
            ))}
            {revision.note && <Text size="sm">{revision.note}</Text>}
          </li>
        ))}
      </ol>
    </section>
  );
}

const changesOf = ({ shares }: Revision, before: Revision | undefined) =>
  before
    ? Object.entries(shares)
        .map(([id, to]) => ({ id, from: before.shares[id as keyof Revision['shares']], to }))
        .filter(({ from, to }) => from !== to)
    : [];
