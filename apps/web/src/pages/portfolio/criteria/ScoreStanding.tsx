import { SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';
import { number, percent } from '~/i18n/format';
import { type Column, DataTable, ErrorState, SuggestionBadge, suggestionText } from '~/ui';
import { t } from './texts';

type Standing = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/scores/standing'>;
type Scored = NonNullable<Standing['scored']>;
type Sensitivity = NonNullable<Standing['sensitivity']>;
type Place = Scored['then'] | NonNullable<Scored['now']['place']>;

/** The scores under the criteria of then and of now, and how near they are to another suggestion. */
export function ScoreStanding({ accountId }: { accountId: string }) {
  const path = '/api/t/{tenant}/accounts/{accountId}/scores/standing';
  const { data, error, refetch } = useRead(path, { path: { accountId } });
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={240} />;
  return (
    <Stack mt="xl" gap="xl">
      {data.scored && <ThenAndNow scored={data.scored} />}
      {data.sensitivity && <Weights sensitivity={data.sensitivity} />}
    </Stack>
  );
}

function ThenAndNow({ scored: { then, now, missing, criteria } }: { scored: Scored }) {
  if (then.version === now.version) return null;
  return (
    <section aria-labelledby="then-and-now">
      <Title order={2} size="h4" id="then-and-now" mb="xs">
        {t('score.standing')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} mb="sm">
        <Stated title={t('score.then', { version: then.version })} place={then} />
        {now.place ? (
          <Stated title={t('score.now', { version: now.version })} place={now.place} />
        ) : (
          <Text>{t('score.missing', { version: now.version, names: missing.join(', ') })}</Text>
        )}
      </SimpleGrid>
      <DataTable
        caption={t('score.standing')}
        columns={thenColumns}
        rows={criteria}
        rowKey={({ id }) => id}
        defaultSort=""
        sortedByApi
        empty={null}
      />
    </section>
  );
}

function Stated({ title, place: { attractiveness, standing, suggested } }: { title: string; place: Place }) {
  const values = { attractiveness: number(attractiveness), standing: number(standing) };
  return (
    <div>
      <Text fw={600}>{title}</Text>
      <Text>{t('score.place', values)}</Text>
      <SuggestionBadge quadrant={suggested} />
    </div>
  );
}

const share = (value: number | null) => (value === null ? '–' : percent(value));

const thenColumns: Column<Scored['criteria'][number]>[] = [
  { id: 'criterion', header: t('criterion'), value: ({ label }) => label, sortable: false },
  { id: 'score', header: t('score.score'), value: ({ score }) => score, numeric: true, sortable: false },
  {
    id: 'then',
    header: t('score.shareThen'),
    value: ({ shareThen }) => shareThen,
    cell: ({ shareThen }) => share(shareThen),
    numeric: true,
    sortable: false,
  },
  {
    id: 'now',
    header: t('score.shareNow'),
    value: ({ shareNow }) => shareNow,
    cell: ({ shareNow }) => share(shareNow),
    numeric: true,
    sortable: false,
  },
];

const weightColumns: Column<Sensitivity['criteria'][number]>[] = [
  { id: 'criterion', header: t('criterion'), value: ({ label }) => label, sortable: false },
  {
    id: 'share',
    header: t('sensitivity.share'),
    value: ({ share }) => share,
    cell: (row) => percent(row.share),
    numeric: true,
    sortable: false,
  },
  {
    id: 'at',
    header: t('sensitivity.at'),
    value: ({ change }) => change?.share,
    cell: ({ change }) => (change ? percent(change.share) : t('sensitivity.never')),
    numeric: true,
    sortable: false,
  },
  {
    id: 'to',
    header: t('sensitivity.to'),
    value: ({ change }) => change && suggestionText(change.suggested),
    cell: ({ change }) => (change ? <SuggestionBadge quadrant={change.suggested} /> : '–'),
    sortable: false,
  },
];

function Weights({ sensitivity: { criteria } }: { sensitivity: Sensitivity }) {
  const [nearest] = criteria;
  const { change } = nearest ?? {};
  return (
    <section aria-labelledby="sensitivity">
      <Title order={2} size="h4" id="sensitivity">
        {t('sensitivity.title')}
      </Title>
      <Text c="dimmed" mb="xs">
        {nearest && change
          ? t('sensitivity.sentence', {
              name: nearest.label,
              share: percent(change.share),
              now: percent(nearest.share),
              suggested: suggestionText(change.suggested),
            })
          : t('sensitivity.none')}
      </Text>
      {change && (
        <DataTable
          caption={t('sensitivity.title')}
          columns={weightColumns}
          rows={criteria}
          rowKey={({ id }) => id}
          defaultSort=""
          sortedByApi
          empty={null}
        />
      )}
    </section>
  );
}
