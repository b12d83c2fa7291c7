import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';
import { useTenantMe } from '~/app/tenant';
import { money, number } from '~/i18n/format';
import { tone } from '~/theme/tones';
import { categoryText } from '~/ui';
import { t } from './texts';

type Held = NonNullable<ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/entitlement'>['held']>;
export type Measure = Held['measures'][number];

/** What the account receives of key account management, held against what its category is entitled to. */
export function Entitlement({ accountId }: { accountId: string }) {
  const { data } = useRead('/api/t/{tenant}/accounts/{accountId}/entitlement', { path: { accountId } });
  const { currency } = useTenantMe().tenant;
  if (!data?.held) return null;
  const { measures, verdict, category, serviceLevel, responseHours, under, over } = data.held;
  const n = verdict === 'over' ? over : under;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('held.title')}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('held.title')}
        </Title>
        <Text size="sm">{t(`held.${verdict}`, { category: categoryText(category), n: number(n) })}</Text>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('held.measure')}</Table.Th>
              <Table.Th>{t('held.entitled')}</Table.Th>
              <Table.Th>{t('held.received')}</Table.Th>
              <Table.Th>{t('held.verdict')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {measures.map((measure) => (
              <Table.Tr key={measure.id}>
                <Table.Th scope="row">{t(`measure.${measure.id}`)}</Table.Th>
                <Table.Td>{measureText(measure.id, measure.entitled, currency)}</Table.Td>
                <Table.Td>{measureText(measure.id, measure.received, currency)}</Table.Td>
                <Table.Td>
                  <VerdictText verdict={measure.verdict} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {serviceLevel && (
          <Text size="sm">
            {t('held.service')}: {serviceLevel} {responseHours !== null && t('held.response', { n: responseHours })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

export const VerdictText = ({ verdict }: { verdict: Measure['verdict'] }) => (
  <Text span size="sm" c={verdict === 'under' ? tone('bad') : verdict === 'over' ? tone('warning') : undefined}>
    {t(`verdict.${verdict}`)}
  </Text>
);

/** A figure in the unit of its measure. */
export function measureText(id: Measure['id'], value: number | null, currency: string): string {
  if (value === null) return '–';
  if (id === 'plan' || id === 'sponsor') return t(value > 0 ? 'yes' : 'no');
  if (id === 'investment') return money(value, currency);
  return id === 'teamTime' || id === 'managerLoad' ? `${number(value)}\u00a0%` : number(value);
}
