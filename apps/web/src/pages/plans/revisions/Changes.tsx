import { VisuallyHidden } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { useTenantMe } from '~/app/tenant';
import { money, number } from '~/i18n/format';
import { useDivisionNames } from '../document/use-forecast';
import { t } from '../texts';
import type { Change, Comparison } from '../types';
import { ChangedValue } from './ChangedValue';
import classes from './Compare.module.css';

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
      <div className={classes['heads']} aria-hidden>
        <span>{t('revisions.number', { n: from.revision })}</span>
        <span>{t('revisions.number', { n: to.revision })}</span>
      </div>
      {grouped(changes.filter((change) => change.section === section)).map((group) => (
        <Group key={`${group[0]!.item} ${group[0]!.kind}`} changes={group} comparison={comparison} />
      ))}
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
  const title = useTitle(first!);
  const Mark = marks[first!.kind];
  return (
    <div className={classes['change']}>
      <div className={classes['title']}>
        <Mark size={16} aria-hidden />
        <b>{t(`compare.${first!.kind}`)}</b>
        {title && <span>{title}</span>}
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
              {change.difference !== null && <Difference change={change} />}
            </div>
          </div>
        </div>
      ))}
    </div>
  );
}

function useTitle({ section, item, label }: Change): string | null {
  const division = useDivisionNames();
  if (section !== 'forecast' || item === null) return label;
  const [year, divisionId] = item.split(' ', 2) as [string, string];
  return `${division(divisionId)}, ${year}`;
}

function Difference({ change: { section, difference } }: { change: Change }) {
  const { currency } = useTenantMe().tenant;
  const amount = difference ?? 0;
  const Arrow = amount > 0 ? IconArrowUpRight : IconArrowDownRight;
  const size = Math.abs(amount);
  const text = `${amount > 0 ? '+' : '−'}${section === 'forecast' ? money(size, currency) : number(size)}`;
  return (
    <span className={classes['difference']}>
      <Arrow size={16} aria-hidden /> {text}
    </span>
  );
}

function fieldText(field: string): string {
  if (field === 'order') return t('compare.order');
  return t(`field.${field}` as Parameters<typeof t>[0]);
}
