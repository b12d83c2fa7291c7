import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { type Action, usePublishedCatalogue } from '../audits/catalogue';
import classes from './ItemTable.module.css';
import { Links } from './links';
import { t } from './texts';

const [FROM, TO] = [1, 2];

/** What a new version of the phase audit says differently, and that nothing weighs differently. */
export function Changes() {
  const { data: before } = usePublishedCatalogue(FROM);
  const { data: after } = usePublishedCatalogue(TO);
  if (!before || !after) return <Skeleton h={320} />;
  const reworded = after.actions
    .map((to) => ({ to, from: before.action(to.from?.[0] ?? to.id) }))
    .filter(({ from, to }) => from.label !== to.label || from.help !== to.help);
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('changes.title', { from: FROM, to: TO })}
      </Title>
      <Text maw="72ch">{t('changes.same', { n: after.actions.length })}</Text>
      <Text maw="72ch">{t('changes.new', { n: new Links(after.actions).count })}</Text>
      <table className={classes['table']}>
        <caption>{t('changes.words', { n: reworded.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('changes.action')}</th>
            <th scope="col">{t('version.old', { n: FROM })}</th>
            <th scope="col">{t('version.old', { n: TO })}</th>
          </tr>
        </thead>
        <tbody>
          {reworded.map(({ from, to }) => (
            <tr key={to.id}>
              <th scope="row">{to.id}</th>
              <td data-label={t('version.old', { n: FROM })}>
                <Said action={from} other={to} />
              </td>
              <td data-label={t('version.old', { n: TO })}>
                <Said action={to} other={from} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Stack>
  );
}

function Said({ action, other }: { action: Action; other: Action }) {
  return (
    <>
      {action.label}
      {action.help !== other.help && <p>{action.help}</p>}
    </>
  );
}
