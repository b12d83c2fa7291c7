import { Anchor, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { TenantLink } from '~/app/TenantLink';
import { day } from '~/i18n/format';
import { AnswerMark } from '../AnswerMark';
import type { Answer } from '../audit';
import type { Catalogue } from '../catalogue';
import { answersPath } from '../cockpit/ResultsTab';
import { t as common } from '../texts';
import { type Comparison, signed } from './ComparePage';
import classes from './Moves.module.css';
import { t } from './texts';

interface MovesProps {
  title: string;
  text?: string;
  changes: Comparison['moved'];
  comparison: Comparison;
  catalogue: Catalogue;
}

/** Actions answered otherwise, with the evidence of both sides. */
export function Moves({ title, text, changes, comparison, catalogue }: MovesProps) {
  const { from: fromAudit, to: toAudit } = comparison;
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
            <th scope="col">{common('compare.action')}</th>
            <th scope="col">{fromAudit.title}</th>
            <th scope="col">{toAudit.title}</th>
            <th scope="col" className="figures">
              {common('compare.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ actionId, change, from, to, fromState, toState }) => {
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
                  <Side answer={from} state={fromState} label={label} {...opens(fromAudit, actionId)} />
                </td>
                <td>
                  <Side answer={to} state={toState} label={label} {...opens(toAudit, actionId)} />
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

const opens = ({ id, title }: Comparison['from'], actionId: string) => ({
  title,
  to: answersPath(id, { phase: actionId.charAt(0), action: actionId }),
});

interface SideProps {
  answer: Answer | null;
  state: Comparison['moved'][number]['fromState'];
  label: string;
  title: string;
  to: string;
}

/** What one audit says; opens into the answer itself. Carried and not confirmed it is shown, and counts nothing. */
function Side({ answer, state, label, title, to }: SideProps) {
  return (
    <>
      <TenantLink to={to} c="inherit">
        <AnswerMark answer={answer} />
        <VisuallyHidden> {t('opens', { label, title })}</VisuallyHidden>
      </TenantLink>
      {state === 'unconfirmed' && (
        <Text size="sm" fw={600}>
          {t('state.unconfirmed')}
        </Text>
      )}
      {answer && 'notRelevant' in answer && <Text size="sm">{answer.because}</Text>}
      {answer?.evidence && (
        <Text size="sm" c="dimmed">
          {answer.evidence} {answer.evidenceOn && `(${day(answer.evidenceOn)})`}
        </Text>
      )}
      {answer?.links?.map(({ url, title }) => (
        <Anchor key={url} href={url} target="_blank" rel="noreferrer" size="sm" display="block" py={4}>
          {title || url}
        </Anchor>
      ))}
    </>
  );
}
