import { number } from '~/i18n/format';
import { Day, PersonName } from '~/ui';
import { t } from '../texts';
import type { Action, Change, Objective, PlanContent } from '../types';
import classes from './Compare.module.css';

interface ChangedValueProps {
  change: Change;
  side: 'before' | 'after';
  /** Of this side, to name what a change refers to. */
  content: PlanContent;
}

/** One side of a change. Words that went are struck through, words that came underlined: never by colour alone. */
export function ChangedValue({ change, side, content }: ChangedValueProps) {
  const value = change[side];
  if (change.words) return <Words words={change.words} leaveOut={side === 'before' ? 'added' : 'removed'} />;
  if (change.field === null && value === null)
    return <span className={classes['nothing']}>{t('compare.notThere')}</span>;
  if (change.field === null) return <WholeItem section={change.section} item={value} />;
  if (change.field === 'order') return <Order ids={value as string[]} content={content} section={change.section} />;
  return <FieldValue field={change.field} value={value} content={content} />;
}

function Words({ words, leaveOut }: { words: NonNullable<Change['words']>; leaveOut: 'added' | 'removed' }) {
  return (
    <div className={classes['words']}>
      {words
        .filter(({ kind }) => kind !== leaveOut)
        .map(({ kind, text }, index) => {
          if (kind === 'added') return <ins key={index}>{text}</ins>;
          if (kind === 'removed') return <del key={index}>{text}</del>;
          return <span key={index}>{text}</span>;
        })}
    </div>
  );
}

interface FieldValueProps {
  field: string;
  value: unknown;
  content: PlanContent;
}

function FieldValue({ field, value, content }: FieldValueProps) {
  if (value === null) return '–';
  if (field === 'ownerId') return <PersonName id={value as string} />;
  if (field === 'dueOn') return <Day on={value as string} />;
  if (field === 'state') return t(`action.${value as Action['state']}`);
  if (field === 'objectiveId') return content.objectives.find(({ id }) => id === value)?.title ?? String(value);
  if (field === 'horizonYears') return t('fact.years', { n: value as number });
  return number(value as number);
}

function WholeItem({ section, item }: { section: Change['section']; item: unknown }) {
  if (section === 'criticalSuccessFactors') return (item as { text: string }).text;
  if (section === 'objectives') {
    const { title, measure, baseline, target, unit, dueOn } = item as Objective;
    return (
      <>
        {title}
        <div className={classes['small']}>
          {measure}: {baseline === null ? '' : `${number(baseline)} → `}
          {number(target)} {unit} · <Day on={dueOn} />
        </div>
      </>
    );
  }
  const { title, ownerId, dueOn, state } = item as Action;
  return (
    <>
      {title}
      <div className={classes['small']}>
        <PersonName id={ownerId} /> · <Day on={dueOn} /> · {t(`action.${state}`)}
      </div>
    </>
  );
}

function Order({ ids, content, section }: { ids: string[]; content: PlanContent; section: Change['section'] }) {
  const items: readonly { id: string; title?: string; text?: string }[] =
    section === 'actions'
      ? content.actions
      : section === 'objectives'
        ? content.objectives
        : content.criticalSuccessFactors;
  return (
    <ol className={classes['order']}>
      {ids.map((id) => {
        const item = items.find((one) => one.id === id);
        return <li key={id}>{item?.title ?? item?.text ?? id}</li>;
      })}
    </ol>
  );
}
