import { Stack, Text, Title } from '@mantine/core';
import { day } from '~/i18n/format';
import { AnswerMark } from '../AnswerMark';
import type { Answer } from '../audit';
import type { Catalogue } from '../catalogue';
import { t } from '../texts';
import { type Comparison, signed } from './ComparePage';
import classes from './Moves.module.css';

interface MovesProps {
  title: string;
  text?: string;
  changes: Comparison['moved'];
  comparison: Comparison;
  catalogue: Catalogue;
}

/** Actions answered otherwise, with the evidence of both sides. */
export function Moves({ title, text, changes, comparison: { from, to }, catalogue }: MovesProps) {
  if (changes.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {text && (
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      )}
      <table className={classes['moves']}>
        <thead>
          <tr>
            <th scope="col">{t('compare.action')}</th>
            <th scope="col">{from.title}</th>
            <th scope="col">{to.title}</th>
            <th scope="col" className="figures">
              {t('compare.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ actionId, change, from, to }) => {
            const { label, phase, period } = catalogue.action(actionId);
            return (
              <tr key={actionId}>
                <th scope="row">
                  {label}
                  <Text size="xs" c="dimmed">
                    {phase} {catalogue.periodName(phase, period)} · {actionId}
                  </Text>
                </th>
                <td>
                  <Side answer={from} />
                </td>
                <td>
                  <Side answer={to} />
                </td>
                <td className="figures" data-change={Math.sign(change)}>
                  {signed(change)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Stack>
  );
}

function Side({ answer }: { answer: Answer | null }) {
  return (
    <>
      <AnswerMark answer={answer} />
      {answer && 'notRelevant' in answer && <Text size="sm">{answer.because}</Text>}
      {answer?.evidence && (
        <Text size="sm" c="dimmed">
          {answer.evidence} {answer.evidenceOn && `(${day(answer.evidenceOn)})`}
        </Text>
      )}
    </>
  );
}
