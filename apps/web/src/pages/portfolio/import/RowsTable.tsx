import { ScrollArea, Table, Text } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { TenantLink } from '~/app/TenantLink';
import { usePeople } from '~/ui';
import { RowFacts } from './facts';
import { t } from './texts';

interface Row {
  row: number;
  accountId: string;
  code: string;
  name: string;
  kind: 'create' | 'change';
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  takenBackAt?: string | null;
}

/** Accounts that a file creates or changes, in the order of its rows. */
export function RowsTable({
  caption,
  rows,
  linked = false,
  ofFile = true,
}: {
  caption: string;
  rows: readonly Row[];
  linked?: boolean;
  /** False for a change of many accounts, which has no rows of a file and creates nothing. */
  ofFile?: boolean;
}) {
  const { data: divisions } = useRead('/api/t/{tenant}/divisions');
  const names = {
    accounts: new Map(rows.map(({ accountId, code }) => [accountId, code])),
    divisions: new Map((divisions?.items ?? []).map(({ id, name }) => [id, name])),
    people: usePeople(),
  };
  return (
    <ScrollArea.Autosize mah={420} tabIndex={0}>
      <Table aria-label={caption} verticalSpacing={4} miw={ofFile ? 560 : undefined}>
        <Table.Thead>
          <Table.Tr>
            {ofFile && <Table.Th w={70}>{t('row')}</Table.Th>}
            <Table.Th>{t('account')}</Table.Th>
            {ofFile && <Table.Th w={110}>{t('kind')}</Table.Th>}
            <Table.Th>{t(ofFile ? 'what' : 'whatChanges')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ row, accountId, code, name, kind, before, after, takenBackAt }) => (
            <Table.Tr key={row}>
              {ofFile && <Table.Td>{row}</Table.Td>}
              <Table.Td>
                {linked ? <TenantLink to={`portfolio/${accountId}`}>{name}</TenantLink> : name}{' '}
                <Text span size="xs" c="dimmed">
                  {code}
                </Text>
              </Table.Td>
              {ofFile && (
                <Table.Td>
                  {t(`kind.${kind}`)}
                  {takenBackAt && (
                    <Text size="xs" c="dimmed">
                      {t('rows.takenBack')}
                    </Text>
                  )}
                </Table.Td>
              )}
              <Table.Td>
                <RowFacts before={before} after={after} names={names} />
                {!ofFile && takenBackAt && (
                  <Text size="xs" c="dimmed">
                    {t('rows.takenBack')}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
