import { Anchor, Group, Text } from '@mantine/core';
import { TenantLink } from '~/app/TenantLink';
import { day } from '~/i18n/format';
import { Moment, PersonName } from '~/ui';
import { AnswerMark } from '../AnswerMark';
import type { GivenAnswer } from '../audit';
import { t } from '../texts';
import classes from './AnswersTab.module.css';
import { t as review } from './review-texts';

/** Evidence, links, confidence, and who said it when. */
export function Details({ given }: { given: GivenAnswer }) {
  const { answer, answeredBy, answeredAt, carriedFrom, corrections, reason } = given;
  return (
    <>
      {'notRelevant' in answer && <Text size="sm">{t('answers.because', { because: answer.because })}</Text>}
      {(answer.evidence || answer.evidenceOn) && (
        <Text size="sm" className={classes['evidence']}>
          {answer.evidence}{' '}
          {answer.evidenceOn && <span>({t('answers.evidenceOn', { day: day(answer.evidenceOn) })})</span>}
        </Text>
      )}
      {answer.links?.map(({ url, title }) => (
        <Anchor key={url} href={url} target="_blank" rel="noreferrer" size="sm" className={classes['evidence']}>
          {title ?? url}
        </Anchor>
      ))}
      <Text size="xs" c="dimmed" component="div">
        <PersonName id={answeredBy} />, <Moment at={answeredAt} />
        {answer.confidence && ` · ${review(`answers.confidence.${answer.confidence}`)}`}
        {carriedFrom && (
          <>
            {' · '}
            {review('answers.carriedFrom')}{' '}
            <TenantLink to={`audits/${carriedFrom}`}>{review('answers.earlier')}</TenantLink>
          </>
        )}
        {corrections > 0 && ` · ${t('answers.corrections', { n: corrections })}`}
        {reason && `, ${t('answers.reason', { reason })}`}
      </Text>
    </>
  );
}

/** What the earlier audit said: seen, and marked as nothing that counts. */
export function Unconfirmed({ given: { answer } }: { given: GivenAnswer }) {
  return (
    <div className={classes['unconfirmed']}>
      <Text size="sm" fw={600}>
        {review('answers.unconfirmed')}: {review('answers.counts')}
      </Text>
      <Group gap="xs" fz="sm">
        {review('answers.was')} <AnswerMark answer={answer} />
      </Group>
    </div>
  );
}
