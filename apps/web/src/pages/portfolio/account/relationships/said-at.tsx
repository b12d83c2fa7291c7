import { Text } from '@mantine/core';
import { TenantLink } from '~/app/TenantLink';
import type { Column } from '~/ui';
import { t } from './texts';
import type { RelationshipMap } from './use-relationships';

type SaidAt = Pick<RelationshipMap['levels'][number], 'saidAt' | 'holds'>;

/** Where it was said, once something of a merged account is read with this one; nothing to tell before. */
export function saidAtColumns<Row extends SaidAt>(rows: readonly Row[]): Column<Row>[] {
  if (rows.every(({ saidAt }) => saidAt === null)) return [];
  return [
    {
      id: 'saidAt',
      header: t('saidAt'),
      value: ({ saidAt }) => saidAt?.name ?? '',
      cell: ({ saidAt, holds }) =>
        saidAt === null ? (
          t('saidHere')
        ) : (
          <>
            <TenantLink to={`portfolio/${saidAt.id}`}>
              {saidAt.name} ({saidAt.code})
            </TenantLink>
            <Text size="xs" c="dimmed">
              {t(holds ? 'saidHolds' : 'saidRead')}
            </Text>
          </>
        ),
    },
  ];
}

/** Days are told apart by where they were said. */
export const keyOfSaid = ({ saidAt }: Pick<SaidAt, 'saidAt'>, day: string): string => `${saidAt?.id ?? 'here'} ${day}`;
