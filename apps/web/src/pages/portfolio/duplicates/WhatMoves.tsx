import { List, Stack, Text, Title } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { number } from '~/i18n/format';
import type { Preview } from './merge';
import { t } from './texts';

/** What goes over to the account that stays, what is read with it, and what rests with the other. */
export function WhatMoves({ preview: { merged, survivor, moves, reads } }: { preview: Preview }) {
  const { data: team } = useRead('/api/t/{tenant}/accounts/{accountId}/team', { path: { accountId: merged.id } });
  const inTeam = team?.items.filter(({ leftOn }) => leftOn === null).length ?? 0;
  const goes = [
    moves.contacts > 0 && t('moves.contacts', { n: moves.contacts }),
    moves.reportingLines > 0 && t('moves.reportingLines', { n: moves.reportingLines }),
    moves.whiteSpace > 0 && t('moves.whiteSpace', { n: moves.whiteSpace, name: survivor.name }),
    moves.children > 0 && t('moves.children', { n: moves.children, name: merged.name }),
  ].filter((line) => line !== false);
  const names = { merged: merged.name, survivor: survivor.name };
  const read = [
    reads.levels.all > 0 && t('reads.levels', { n: reads.levels.all, holding: number(reads.levels.holding), ...names }),
    reads.wallet.all > 0 && t('reads.wallet', { n: reads.wallet.all, holding: number(reads.wallet.holding), ...names }),
    reads.scorings > 0 && t('reads.scorings', { n: reads.scorings, ...names }),
    t('reads.knowledge', names),
  ].filter((line) => line !== false);
  return (
    <>
      <Stack gap="xs" component="section" aria-label={t('merge.moves')}>
        <Title order={2} size="h4">
          {t('merge.moves')}
        </Title>
        {goes.length === 0 ? (
          <Text size="sm">{t('moves.nothing')}</Text>
        ) : (
          <List size="sm">
            {goes.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        )}
      </Stack>
      <Stack gap="xs" component="section" aria-label={t('merge.reads', { name: survivor.name })}>
        <Title order={2} size="h4">
          {t('merge.reads', { name: survivor.name })}
        </Title>
        <Text size="sm">{t('reads.text', names)}</Text>
        <List size="sm">
          {read.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </Stack>
      <Stack gap="xs" component="section" aria-label={t('merge.rests', { name: merged.name })}>
        <Title order={2} size="h4">
          {t('merge.rests', { name: merged.name })}
        </Title>
        <Text size="sm">{t('rests.text')}</Text>
        {inTeam > 0 && <Text size="sm">{t('rests.team', { n: inTeam })}</Text>}
      </Stack>
    </>
  );
}
