import { VisuallyHidden } from '@mantine/core';
import { IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { number } from '~/i18n/format';
import { t } from '../texts';
import type { Change, Comparison } from '../types';
import { ChangedValue } from './ChangedValue';
import classes from './Compare.module.css';
import { Difference } from './Difference';
import { ForecastChanges } from './ForecastChanges';

const sections = [
  'horizonYears',
  'relationshipPlan',
  'revenuePlan',
  'forecast',
  'criticalSuccessFactors',
  'objectives',
  'actions',
] as const;

/** Before and after side by side, section by section. What is the same is left out. */
export function Changes({ comparison }: { comparison: Comparison }) {
  const { from, to, changes } = comparison;
  const present = sections.filter((section) => changes.some((change) => change.section === section));
  return present.map((section) => (
    <section key={section} aria-label={sectionText(section)} className={classes['section']}>
      <h2>{sectionText(section)}</h2>
      {section === 'forecast' ? (
        <ForecastChanges comparison={comparison} />
      ) : (
        <>
          <div className={classes['heads']} aria-hidden>
            <span>{t('revisions.number', { n: from.revision })}</span>
            <span>{t('revisions.number', { n: to.revision })}</span>
          </div>
          {grouped(changes.filter((change) => change.section === section)).map((group) => (
            <Group key={`${group[0]!.item} ${group[0]!.field}`} changes={group} comparison={comparison} />
          ))}
        </>
      )}
    </section>
  ));
}

const sectionText = (section: Change['section']) => (section === 'forecast' ? t('forecast.title') : t(section));

/** The changes of one item stand together. */
function grouped(changes: readonly Change[]): Change[][] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.item} ${change.field === 'order'}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()];
}

const marks = { added: IconPlus, removed: IconMinus, changed: IconPencil } as const;

function Group({ changes, comparison }: { changes: readonly Change[]; comparison: Comparison }) {
  const [first] = changes;
  const Mark = marks[first!.kind];
  return (
    <div className={classes['change']}>
      <div className={classes['title']}>
        <Mark size={16} aria-hidden />
        <b>{t(`compare.${first!.kind}`)}</b>
        {first!.label && <span>{first!.label}</span>}
      </div>
      {changes.map((change) => (
        <div key={change.field} className={classes['fields']}>
          {change.field && change.field !== change.section && (
            <div className={classes['field']}>{fieldText(change.field)}</div>
          )}
          <div className={classes['sides']}>
            <div>
              <VisuallyHidden>{t('revisions.number', { n: comparison.from.revision })}: </VisuallyHidden>
              <ChangedValue change={change} side="before" content={comparison.from.content} />
            </div>
            <div>
              <VisuallyHidden>{t('revisions.number', { n: comparison.to.revision })}: </VisuallyHidden>
              <ChangedValue change={change} side="after" content={comparison.to.content} />
              {change.difference !== null && <Difference amount={change.difference} format={number} />}
            </div>
          </div>
        </div>
      ))}
    </div>
  );
}

function fieldText(field: string): string {
  if (field === 'order') return t('compare.order');
  return t(`field.${field}` as Parameters<typeof t>[0]);
}
