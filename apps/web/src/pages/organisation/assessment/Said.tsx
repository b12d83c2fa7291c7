import { Group, Stack, Text } from '@mantine/core';
import { Moment, PersonName } from '~/ui';
import type { OrganisationCatalogue } from '../catalogue';
import { StateMark } from '../StateMark';
import { t } from '../texts';
import type { CellAnswer } from '../types';

/** What each assessor said, with the evidence; without names for readers who may not know them. */
export function Said({ answers, catalogue }: { answers: readonly CellAnswer[]; catalogue: OrganisationCatalogue }) {
  if (answers.length === 0) return <Text c="dimmed">{t('cell.unanswered')}</Text>;
  return (
    <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {answers.map(({ assessorId, score, evidence, note, answeredAt, corrections, reason }, index) => (
        <li key={assessorId ?? index}>
          <Group gap="xs" fz="sm">
            <b>{assessorId ? <PersonName id={assessorId} /> : t('cell.assessor')}</b>
            <StateMark score={score} catalogue={catalogue} />
          </Group>
          <Text size="sm" c={evidence ? undefined : 'dimmed'}>
            {evidence ?? t('cell.noEvidence')}
          </Text>
          {note && (
            <Text size="sm" fs="italic">
              {note}
            </Text>
          )}
          <Text size="xs" c="dimmed" component="div">
            <Moment at={answeredAt} />
            {corrections > 0 && ` · ${t('cell.corrections', { n: corrections })}`}
            {reason && `, ${t('cell.reason', { reason })}`}
          </Text>
        </li>
      ))}
    </Stack>
  );
}
