import { Text } from '@mantine/core';
import { useRead } from '~/api/use-read';
import type { ReadAnswer } from '~/api/types';
import { TenantLink } from '~/app/TenantLink';
import { day, month, number } from '~/i18n/format';
import { ChartFrame, type Column } from '~/ui';
import { Lines } from '../charts/Lines';
import type { Scope } from '../audit';
import type { Catalogue } from '../catalogue';
import { t } from './results-texts';

type Point = ReadAnswer<'/api/t/{tenant}/audits/trend'>['points'][number];

/** How a scope has come over all its audits: overall and phase by phase. */
export function TrendChart({ scope, catalogue }: { scope: Scope; catalogue: Catalogue }) {
  const divisionId = scope.kind === 'division' ? scope.divisionId : undefined;
  const points = useRead('/api/t/{tenant}/audits/trend', { query: { divisionId } }).data?.points;
  if (!points || points.length === 0) return null;
  const columns: Column<Point>[] = [
    {
      id: 'audit',
      header: t('trend.audit'),
      value: ({ title }) => title,
      cell: ({ auditId, title }) => <TenantLink to={`audits/${auditId}`}>{title}</TenantLink>,
    },
    {
      id: 'date',
      header: t('trend.date'),
      value: ({ auditDate }) => auditDate,
      cell: ({ auditDate }) => day(auditDate),
    },
    {
      id: 'score',
      header: t('trend.score'),
      value: ({ score }) => score,
      cell: ({ score, maximum }) => `${number(score)} / ${number(maximum)}`,
      numeric: true,
    },
    { id: 'percent', header: `${t('trend.overall')} %`, value: ({ percent }) => percent, numeric: true },
    ...catalogue.structure.phases.map(({ id, name }): Column<Point> => ({
      id,
      header: `${id} ${name} %`,
      value: ({ phases }) => phases.find(({ phase }) => phase === id)?.percent,
      numeric: true,
    })),
    { id: 'unconfirmed', header: t('unconfirmed'), value: ({ unconfirmed }) => unconfirmed, numeric: true },
  ];
  return (
    <ChartFrame
      title={t('trend.title')}
      sentence={t('trend.sentence')}
      columns={columns}
      rows={points}
      fileName={`trend-${divisionId ?? 'programme'}`}
    >
      {points.length === 1 ? (
        <Text size="sm">{t('trend.one')}</Text>
      ) : (
        <Lines
          stops={points.map(({ auditDate }) => ({ label: month(auditDate), at: placeOf(auditDate, points) }))}
          lines={[
            ...catalogue.structure.phases.map(({ id, name }) => ({
              id,
              name,
              values: points.map(({ phases }) => phases.find(({ phase }) => phase === id)?.percent ?? 0),
            })),
            { id: 'overall', name: t('trend.overall'), values: points.map(({ percent }) => percent), strong: true },
          ]}
        />
      )}
    </ChartFrame>
  );
}

/** By the calendar, so that a long pause is seen as one; side by side where all are of one day. */
function placeOf(date: string, points: readonly Point[]): number {
  const at = (day: string) => Date.parse(day);
  const [first, last] = [at(points[0]!.auditDate), at(points.at(-1)!.auditDate)];
  return last === first ? 0.5 : (at(date) - first) / (last - first);
}
