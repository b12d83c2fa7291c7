import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';
import { day, number } from '~/i18n/format';
import { Band } from './Band';
import { t } from './texts';
import { parts } from './WeightsForm';

type Health = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/health'>;

/** The health of one account: each part, its weight, and what it follows from. */
export function HealthCard({ accountId }: { accountId: string }) {
  const { data } = useRead('/api/t/{tenant}/accounts/{accountId}/health', { path: { accountId } });
  if (!data) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('title')}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('title')}
        </Title>
        <Text>
          {data.health !== null && <b>{number(data.health)} </b>}
          <Band band={data.band} />
        </Text>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('part')}</Table.Th>
              <Table.Th>{t('value')}</Table.Th>
              <Table.Th>{t('weight')}</Table.Th>
              <Table.Th>{t('follows')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {parts.map((part) => (
              <Table.Tr key={part}>
                <Table.Th scope="row">{t(`part.${part}`)}</Table.Th>
                <Table.Td>{data.parts[part] === null ? '–' : number(data.parts[part])}</Table.Td>
                <Table.Td>{data.weights[part]}</Table.Td>
                <Table.Td>{followsText(part, data)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </Paper>
  );
}

const dayOr = (on: string | null) => (on ? day(on) : t('never'));

function followsText(part: (typeof parts)[number], { follows, level, parts: known }: Health): string {
  const { planTouchedOn, seniors, lastContactOn, levelOn, aligned, alignedOn, growth, ready, readyOf, readyOn } =
    follows;
  if (part === 'plan') return planTouchedOn ? t('follows.plan', { on: dayOr(planTouchedOn) }) : t('follows.noPlan');
  if (known[part] === null) return t('follows.nothing');
  switch (part) {
    case 'contact':
      return t('follows.contact', { n: number(seniors), on: dayOr(lastContactOn) });
    case 'level':
      return t('follows.level', { level: t(`level.${level ?? 'none'}`), on: dayOr(levelOn) });
    case 'alignment':
      return t('follows.alignment', { mean: number(aligned ?? 0), on: dayOr(alignedOn) });
    case 'growth':
      return t('follows.growth', { n: number(growth ?? 0) });
    case 'readiness':
      return t('follows.readiness', { n: number(ready ?? 0), of: number(readyOf ?? 0), on: dayOr(readyOn) });
  }
}
