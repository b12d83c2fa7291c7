import { VisuallyHidden } from '@mantine/core';
import { useTenantMe } from '~/app/tenant';
import { money } from '~/i18n/format';
import { type Sum, useDivisionNames } from '../document/use-forecast';
import { t } from '../texts';
import type { Comparison } from '../types';
import classes from './Compare.module.css';
import { Difference } from './Difference';

const kinds = ['revenue', 'margin'] as const;
type Kind = (typeof kinds)[number];

interface Line {
  readonly key: string;
  readonly divisionId: string;
  readonly year: string;
  readonly kind: Kind;
  readonly before: number | null;
  readonly after: number | null;
}

/** Every amount that changed, before and after, with the difference. */
export function ForecastChanges({ comparison: { from, to, changes } }: { comparison: Comparison }) {
  const { currency } = useTenantMe().tenant;
  const division = useDivisionNames();
  const format = (amount: number) => money(amount, currency);
  const lines = linesOf(changes);
  return (
    <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('compare.forecast')}>
      <table className={classes['table']}>
        <caption>
          <VisuallyHidden>{t('compare.forecast')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('forecast.title')}</th>
            <th scope="col" className="figures">
              {t('revisions.number', { n: from.revision })}
            </th>
            <th scope="col" className="figures">
              {t('revisions.number', { n: to.revision })}
            </th>
            <th scope="col" className="figures">
              {t('compare.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, divisionId, year, kind, before, after }) => (
            <tr key={key}>
              <th scope="row">
                {division(divisionId)}, {year}: {t(`forecast.${kind}`)}
              </th>
              <td className="figures">{before === null ? t('compare.notThere') : format(before)}</td>
              <td className="figures">{after === null ? t('compare.notThere') : format(after)}</td>
              <td className="figures">
                {before === null ? t('compare.added') : after === null ? t('compare.removed') : null}
                {before !== null && after !== null && <Difference amount={after - before} format={format} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Revenue before margin, by division and year. */
function linesOf(changes: Comparison['changes']): Line[] {
  return changes
    .filter(({ section, item }) => section === 'forecast' && item !== null)
    .flatMap(({ item, field, before, after }) => {
      const [year = '', divisionId = ''] = item!.split(' ', 2);
      const of = (side: unknown, kind: Kind) => (side === null ? null : field ? (side as number) : (side as Sum)[kind]);
      return kinds
        .filter((kind) => field === null || field === kind)
        .map((kind) => ({
          key: `${divisionId} ${year} ${kinds.indexOf(kind)}`,
          divisionId,
          year,
          kind,
          before: of(before, kind),
          after: of(after, kind),
        }));
    })
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}
