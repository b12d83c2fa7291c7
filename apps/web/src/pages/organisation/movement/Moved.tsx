import { Stack, Text, Title } from '@mantine/core';
import { PersonName } from '~/ui';
import type { OrganisationCatalogue } from '../catalogue';
import { StateMark } from '../StateMark';
import { t } from '../texts';
import type { Movement } from '../types';
import { signed } from '../words';
import classes from './Moved.module.css';

type Side = Movement['moved'][number]['from'];

interface MovedProps {
  title: string;
  cells: Movement['moved'];
  from: { title: string };
  to: { title: string };
  catalogue: OrganisationCatalogue;
}

/** Cells that stand otherwise than before, with what was said on both sides. */
export function Moved({ title, cells, from, to, catalogue }: MovedProps) {
  if (cells.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      <table className={classes['moved']}>
        <thead>
          <tr>
            <th scope="col">{t('move.cell')}</th>
            <th scope="col">{from.title}</th>
            <th scope="col">{to.title}</th>
            <th scope="col" className="figures">
              {t('move.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ cell, element, group, change, from, to }) => (
            <tr key={cell}>
              <th scope="row">
                {catalogue.elementName(element)}
                <Text size="sm" c="dimmed">
                  {catalogue.groupName(group)}
                </Text>
              </th>
              <td>
                <OneSide side={from} catalogue={catalogue} />
              </td>
              <td>
                <OneSide side={to} catalogue={catalogue} />
              </td>
              <td className="figures" data-change={Math.sign(change)}>
                {change > 0 ? '↑ ' : change < 0 ? '↓ ' : ''}
                {signed(change)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Stack>
  );
}

function OneSide({ side: { score, settled, answers }, catalogue }: { side: Side; catalogue: OrganisationCatalogue }) {
  if (score === null) return <Text c="dimmed">{t('move.unanswered')}</Text>;
  return (
    <>
      <StateMark score={score} catalogue={catalogue} />
      {!settled && (
        <Text size="xs" c="dimmed">
          {t('provisional')}
        </Text>
      )}
      {settled?.reason && <Text size="sm">{settled.reason}</Text>}
      {answers.map(({ assessorId, score, evidence }, index) => (
        <Text key={assessorId ?? index} size="sm" c="dimmed" component="div">
          {assessorId ? <PersonName id={assessorId} /> : t('cell.assessor')}, {score}
          {evidence && `: ${evidence}`}
        </Text>
      ))}
    </>
  );
}
