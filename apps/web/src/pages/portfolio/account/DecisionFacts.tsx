import type { ReactNode } from 'react';
import { day, moment } from '~/i18n/format';
import { categoryText, usePeople } from '~/ui';
import { t } from '../texts';
import classes from './account.module.css';
import type { Decision } from './use-account';

/** One decision on a category: both clocks, who, why, what moved, and what the scores said. */
export function DecisionFacts({ decision }: { decision: Decision }) {
  const people = usePeople();
  const name = (id: string) => people.get(id) ?? id;
  const { effectiveOn, effectiveUntil, recordedAt, recordedBy, decidedBy, approvedBy } = decision;
  const person = (id: string) => (id === recordedBy ? t('history.samePerson', { person: name(id) }) : name(id));
  const effective = effectiveUntil
    ? t('history.until', { from: day(effectiveOn), until: day(effectiveUntil) })
    : t('history.since', { from: day(effectiveOn) });
  const suggested = decision.suggested
    ? t('history.criteria', { category: categoryText(decision.suggested), version: decision.criteriaVersion ?? '–' })
    : t('history.noScores');
  const facts: [string, ReactNode][] = [
    [t('history.effective'), effective],
    [t('history.recorded'), t('history.recordedBy', { moment: moment(recordedAt), person: name(recordedBy) })],
    ...(decidedBy ? [[t('history.decidedBy'), person(decidedBy)] as [string, ReactNode]] : []),
    ...(approvedBy ? [[t('history.approvedBy'), person(approvedBy)] as [string, ReactNode]] : []),
    [t('history.why'), decision.reason],
    ...(decision.resource ? [[t('history.resource'), decision.resource] as [string, ReactNode]] : []),
    [t('history.suggested'), suggested],
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
