import { Stack, Text, Title } from '@mantine/core';
import { TenantLink } from '~/app/TenantLink';
import { ScoreTable } from './ScoreTable';
import { t } from './texts';
import type { Sheet } from './use-sheet';

/** What scorers said of accounts that were merged into this one: beside what they say of it, and in no figure of it. */
export function MergedSaid({ sheet: { merged, criteria } }: { sheet: Sheet }) {
  if (merged.length === 0) return null;
  return (
    <Stack gap="md" mt="xl">
      <div>
        <Title order={3} size="h4">
          {t('merged')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('mergedText')}
        </Text>
      </div>
      {merged.map(({ saidAt, occasion, round, criteriaVersion, givenBy, given, settled }) => (
        <section key={`${saidAt.id} ${occasion}`} aria-label={saidAt.name}>
          <Text size="sm" mb="xs">
            <TenantLink to={`portfolio/${saidAt.id}`}>
              {saidAt.name} ({saidAt.code})
            </TenantLink>
            {' · '}
            {round ? t('round', round) : t('mergedVersion', { version: criteriaVersion ?? '' })}
            {' · '}
            {t('givenBy', { n: givenBy.length })}
          </Text>
          {given.length > 0 ? (
            <ScoreTable label={saidAt.name} criteria={criteria.criteria} given={given} settled={settled} />
          ) : (
            <Text size="sm">{t('mergedBlind')}</Text>
          )}
        </section>
      ))}
    </Stack>
  );
}
