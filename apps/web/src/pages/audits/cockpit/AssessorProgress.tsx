import { useMemo } from 'react';
import { Badge, Group, Progress, Stack, Text, Title } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { TenantLink } from '~/app/TenantLink';
import { type Column, DataTable, Day, EmptyState, PersonName, usePeople } from '~/ui';
import type { Catalogue } from '../catalogue';
import { partName, valueOf } from './parts';
import { t } from './review-texts';

export type AuditProgress = ReadAnswer<'/api/t/{tenant}/audits/{auditId}/progress'>;
type PartProgress = AuditProgress['parts'][number];

/** How far each assessor is with each part, and what nobody is assigned to. */
export function AssessorProgress({
  progress: { parts, gaps },
  auditId,
  catalogue,
}: {
  progress: AuditProgress;
  auditId: string;
  catalogue: Catalogue;
}) {
  const people = usePeople();
  const columns = useMemo(() => columnsFor(catalogue, people), [catalogue, people]);
  return (
    <Stack gap="xs" component="section" aria-label={t('progress.title')}>
      <Title order={2} size="h4">
        {t('progress.title')}
      </Title>
      <DataTable
        caption={t('progress.title')}
        columns={columns}
        rows={parts}
        rowKey={({ personId, part }) => `${personId} ${valueOf(part)}`}
        empty={<EmptyState title={t('progress.nobody')} />}
      />
      {parts.length > 0 && gaps.length > 0 && (
        <Text size="sm" component="div">
          {t('progress.gaps')}{' '}
          {gaps.map((id, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <TenantLink to={`audits/${auditId}?tab=answers&action=${id}`} title={catalogue.action(id).label}>
                {id}
              </TenantLink>
            </span>
          ))}
        </Text>
      )}
    </Stack>
  );
}

const columnsFor = (catalogue: Catalogue, people: ReadonlyMap<string, string>): Column<PartProgress>[] => [
  {
    id: 'person',
    header: t('progress.person'),
    value: ({ personId }) => people.get(personId) ?? '',
    cell: ({ personId }) => <PersonName id={personId} />,
  },
  { id: 'part', header: t('progress.part'), value: ({ part }) => partName(part, catalogue) },
  {
    id: 'due',
    header: t('progress.due'),
    value: ({ dueOn }) => dueOn ?? '',
    cell: ({ dueOn, overdue }) =>
      dueOn ? (
        <Group gap="xs">
          <Day on={dueOn} />
          {overdue && <Badge color="red">{t('progress.overdue')}</Badge>}
        </Group>
      ) : (
        <Text span c="dimmed" size="sm">
          {t('progress.noDate')}
        </Text>
      ),
  },
  {
    id: 'settled',
    header: t('progress.settled'),
    value: ({ settled }) => settled,
    cell: ({ settled, own, actions }) => (
      <Stack gap={2} miw="9rem" title={t('progress.own', { n: own })}>
        <span>{t('progress.of', { settled, actions })}</span>
        <Progress value={(100 * settled) / actions} size="sm" aria-hidden />
      </Stack>
    ),
  },
  {
    id: 'unconfirmed',
    header: t('progress.unconfirmed'),
    value: ({ unconfirmed }) => unconfirmed,
    numeric: true,
  },
  { id: 'unanswered', header: t('progress.unanswered'), value: ({ unanswered }) => unanswered, numeric: true },
];
