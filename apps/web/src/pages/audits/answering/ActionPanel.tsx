import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { day } from '~/i18n/format';
import { maturityText, type Maturity, Moment, PersonName } from '~/ui';
import { type Answer, type GivenAnswer } from '../audit';
import type { Action, Catalogue } from '../catalogue';
import { t } from '../texts';
import type { Entry } from './answer-book';
import classes from './Answering.module.css';
import { Ask, EvidenceFields } from './Fields';
import { FilesPanel } from './FilesPanel';
import { Guidance } from './Guidance';
import { supportOf } from './rules';
import { ConfidenceField, LinksField } from './Support';
import { TalkPanel } from './TalkPanel';
import { t as own } from './texts';

export interface ActionPanelProps {
  auditId: string;
  action: Action;
  catalogue: Catalogue;
  /** As the record says. */
  given: GivenAnswer | undefined;
  entry: Entry<Answer> | undefined;
  readOnly: boolean;
  /** The audit can be answered, this action by others only. */
  ofOthers: boolean;
  /** From an earlier audit, and neither confirmed nor answered anew. */
  carried: boolean;
  confirming: boolean;
  /** False right below the row that names the action. */
  titled: boolean;
  /** The person chose "not relevant" and has not yet said why. */
  asksBecause: boolean;
  onSay: (answer: Answer) => void;
  onSend: (reason?: string) => void;
  onConfirm: () => void;
  onDiscard: () => void;
}

/** What complete means for one action, what stands behind its answer, and what is still to be said. */
export function ActionPanel(props: ActionPanelProps) {
  const { auditId, action, catalogue, given, entry, readOnly, titled, asksBecause } = props;
  const { ofOthers, carried, confirming, onSay, onSend, onConfirm, onDiscard } = props;
  const answer = entry?.answer ?? given?.answer;
  return (
    <Stack gap="sm" className={classes['panel']}>
      {titled && (
        <div>
          <Text size="sm" c="dimmed">
            {action.phase} {catalogue.periodName(action.phase, action.period)} ·{' '}
            {catalogue.streamName(action.contributoryStream)}
          </Text>
          <Title order={2} size="h4">
            {action.label}
          </Title>
        </div>
      )}
      <Text>{action.help}</Text>
      {action.ownGuidance && <Text>{t('guidance.own', { guidance: action.ownGuidance })}</Text>}
      <Guidance action={action} catalogue={catalogue} />
      {ofOthers && (
        <Text size="sm" c="dimmed">
          {own('read.part')}
        </Text>
      )}
      {carried && (
        <Alert color="yellow" variant="light" title={own('carried.mark')}>
          {own('carried.text')}{' '}
          {!readOnly && (
            <Button size="compact-sm" variant="default" aria-keyshortcuts="Y" loading={confirming} onClick={onConfirm}>
              {own('carried.confirm')}
            </Button>
          )}
        </Alert>
      )}
      {asksBecause ? (
        <Ask
          label={t('do.because')}
          description={t('do.becauseHelp')}
          saveText={t('do.becauseSave')}
          onSave={(because) => onSay({ notRelevant: true, because, ...supportOf(answer) })}
          onDiscard={onDiscard}
        />
      ) : entry?.state === 'reason' ? (
        <Ask
          label={t('do.reason')}
          description={t('do.reasonHelp', { before: answerText(given?.answer) })}
          saveText={t('do.reasonSave')}
          onSave={onSend}
          onDiscard={onDiscard}
        />
      ) : (
        <>
          {answer && 'notRelevant' in answer && <Text>{t('answers.because', { because: answer.because })}</Text>}
          <EvidenceFields
            key={`${answer?.evidence} ${answer?.evidenceOn} ${answer !== undefined}`}
            answer={answer}
            readOnly={readOnly}
            onSay={onSay}
          />
          <ConfidenceField answer={answer} readOnly={readOnly} onSay={onSay} />
          <LinksField answer={answer} readOnly={readOnly} onSay={onSay} />
        </>
      )}
      {entry?.state === 'failed' && (
        <Alert color="red" title={t('do.failed')} role="alert">
          {entry.why}{' '}
          <Button size="compact-sm" variant="default" onClick={() => onSend()}>
            {t('do.retry')}
          </Button>
        </Alert>
      )}
      <FilesPanel auditId={auditId} actionId={action.id} readOnly={readOnly} />
      {given && (
        <Text size="xs" c="dimmed" component="div">
          <PersonName id={given.answeredBy} />, <Moment at={given.answeredAt} />
          {given.corrections > 0 && ` · ${t('answers.corrections', { n: given.corrections })}`}
          {given.reason && `, ${t('answers.reason', { reason: given.reason })}`}
        </Text>
      )}
      <details className={classes['scale']}>
        <summary>{t('do.scale')}</summary>
        <dl>
          {catalogue.structure.scale.map(({ score, label, meaning }) => (
            <div key={score}>
              <dt>
                {score} {label}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
      <TalkPanel auditId={auditId} actionId={action.id} />
    </Stack>
  );
}

function answerText(answer: Answer | undefined): string {
  if (!answer) return t('state.unanswered');
  const said =
    'notRelevant' in answer ? t('state.notRelevant') : `${answer.score} ${maturityText(answer.score as Maturity)}`;
  const evidence = answer.evidence ? `, “${answer.evidence}”` : '';
  return `${said}${evidence}${answer.evidenceOn ? ` (${day(answer.evidenceOn)})` : ''}`;
}
