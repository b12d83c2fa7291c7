import { Alert, ScrollArea, Table, Text } from '@mantine/core';
import { Refusals } from '~/ui';
import { AnswerMark } from '../AnswerMark';
import type { Results } from '../audit';
import { useCatalogue } from '../catalogue';
import { needReason, type Outcome, touched, touchedText } from './outcome';
import { t } from './texts';

/** What the file would change, row by row, or why it cannot be imported. */
export function Preview({ outcome, audit }: { outcome: Outcome; audit: Results['audit'] }) {
  const { refusals, unchanged, left, ignoredColumns, fileVersion, version } = outcome;
  const said = [touchedText(outcome), t('import.unchanged', { n: unchanged })].filter(Boolean).join(', ');
  return (
    <>
      {refusals.length === 0 && (
        <Text fw={600} role="status">
          {touched(outcome) > 0 ? `${said}.` : t('import.nothing')}
        </Text>
      )}
      {fileVersion !== null && fileVersion < version && <Alert color="yellow">{t('import.older')}</Alert>}
      {left > 0 && <Text size="sm">{t('import.left', { n: left })}</Text>}
      {ignoredColumns.length > 0 && (
        <Text size="sm">{t('import.ignored', { n: ignoredColumns.length, names: ignoredColumns.join(', ') })}</Text>
      )}
      {refusals.length > 0 ? (
        <Refused outcome={outcome} />
      ) : (
        touched(outcome) > 0 && <Changes {...{ outcome, audit }} />
      )}
    </>
  );
}

function Refused({ outcome }: { outcome: Outcome }) {
  const { refusals } = outcome;
  const waiting = needReason(outcome);
  const rows = new Set(refusals.map(({ row }) => row)).size;
  return (
    <Refusals
      title={t('import.refused', { n: rows })}
      text={waiting === refusals.length ? t('import.needsReason', { n: waiting }) : t('import.refusedText')}
      rows={refusals}
    />
  );
}

function Changes({ outcome, audit }: { outcome: Outcome; audit: Results['audit'] }) {
  const { data: catalogue } = useCatalogue(audit.catalogueVersion);
  return (
    <ScrollArea.Autosize mah={360} tabIndex={0}>
      <Table aria-label={t('preview.changes')} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('import.row')}</Table.Th>
            <Table.Th>{t('import.action')}</Table.Th>
            <Table.Th>{t('import.from')}</Table.Th>
            <Table.Th>{t('import.to')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {outcome.answers.map(({ row, actionId, kind, from, to }) => (
            <Table.Tr key={row}>
              <Table.Td>{row}</Table.Td>
              <Table.Td>
                <b>{actionId}</b> {catalogue?.action(actionId).label}{' '}
                <Text span size="xs" c="dimmed">
                  {t(`import.kind.${kind}`)}
                </Text>
              </Table.Td>
              <Table.Td>
                <AnswerMark answer={from} words={false} />
              </Table.Td>
              <Table.Td>
                <AnswerMark answer={to} words={false} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
