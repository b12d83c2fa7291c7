import type { ReactNode } from 'react';
import { day, moment } from '~/i18n/format';
import { categoryText, suggestionText, usePeople } from '~/ui';
import { t } from '../../texts';
import classes from '../account.module.css';
import type { Decision } from '../use-account';

/** One decision on a category: both clocks, who, why, what moved, and what the scores said. */
export function DecisionFacts({ decision }: { decision: Decision }) {
  const people = usePeople();
  const name = (id: string) => people.get(id) ?? id;
  const { effectiveOn, holds, recordedAt, recordedBy, decidedBy, approvedBy, proposedBy, correction } = decision;
  const person = (id: string) => (id === recordedBy ? t('history.samePerson', { person: name(id) }) : name(id));
  const suggested = decision.suggested
    ? t('history.criteria', { category: suggestionText(decision.suggested), version: decision.criteriaVersion ?? '–' })
    : t('history.noScores');
  const facts: [string, ReactNode][] = [
    [t('history.effective'), holds ? days(holds) : t('history.holdsNever', { day: day(effectiveOn) })],
    [t('history.recorded'), t('history.recordedBy', { moment: moment(recordedAt), person: name(recordedBy) })],
    ...(proposedBy ? [[t('history.proposedBy'), name(proposedBy)] as [string, ReactNode]] : []),
    ...(decidedBy ? [[t('history.decidedBy'), person(decidedBy)] as [string, ReactNode]] : []),
    ...(approvedBy ? [[t('history.approvedBy'), person(approvedBy)] as [string, ReactNode]] : []),
    [t('history.why'), decision.reason],
    ...(decision.resource ? [[t('history.resource'), decision.resource] as [string, ReactNode]] : []),
    [t('history.suggested'), suggested],
    ...(correction ? [[t('history.corrected'), correctionText(correction, name)] as [string, ReactNode]] : []),
  ];
  return (
    <dl className={classes['facts']}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const days = ({ from, until }: NonNullable<Decision['holds']>) =>
  until ? t('history.until', { from: day(from), until: day(until) }) : t('history.since', { from: day(from) });

function correctionText(
  { to, reason, correctedBy, correctedAt }: NonNullable<Decision['correction']>,
  name: (id: string) => string,
): string {
  const by = { moment: moment(correctedAt), person: name(correctedBy), reason };
  return to
    ? t('history.correctedTo', { ...by, category: categoryText(to.category), day: day(to.effectiveOn) })
    : t('history.correctedAway', by);
}
