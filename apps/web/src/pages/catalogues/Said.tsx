import { day } from '~/i18n/format';
import classes from './Said.module.css';
import { t } from './texts';
import { describes, type Item } from './use-words';

/** What stands below an item, by score or in order. */
export function Described({ items }: { items: readonly Item[] }) {
  if (items.length === 0) return null;
  return (
    <dl className={classes['described']}>
      {items.map((item) => (
        <div key={item.id}>
          <dt>{describes(item)}</dt>
          <dd>{item.label}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The shipped words, while the enterprise's own stand in front of them. */
export function ShippedWords({ item: { own, shipped } }: { item: Item }) {
  if (!own || (own.label === null && own.help === null)) return null;
  return (
    <details className={classes['shipped']}>
      <summary>{t('shipped')}</summary>
      <p>
        <b>{shipped.label}</b> {shipped.help}
      </p>
      <p>{t('words.by', { day: day(own.changedAt), reason: own.reason })}</p>
    </details>
  );
}

export function OwnGuidance({ item: { guidance } }: { item: Item }) {
  if (!guidance) return null;
  return (
    <p className={classes['own']}>
      <b>{t('guidance.own')}:</b> {guidance}
    </p>
  );
}
