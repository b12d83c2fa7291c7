import { useTenantMe } from '~/app/tenant';
import { money } from '~/i18n/format';
import { t } from '../texts';
import type { PlanContent } from '../types';
import classes from './PlanDocument.module.css';
import { divisionsOf, type Sum, sumOf, useDivisionNames, yearsOf } from './use-forecast';

/** Revenue and margin by division and year, added up both ways. */
export function ForecastTable({ content }: { content: PlanContent }) {
  const { forecast } = content;
  const name = useDivisionNames();
  const years = yearsOf(content);
  if (forecast.length === 0) return <p className={classes['nothing']}>{t('forecast.none')}</p>;
  const divisions = divisionsOf(forecast);
  return (
    <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('forecast.title')}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('forecast.division')}</th>
            {years.map((year) => (
              <th key={year} scope="col" className="figures">
                {year}
              </th>
            ))}
            <th scope="col" className="figures">
              {t('forecast.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {divisions.map((divisionId) => {
            const row = forecast.filter((cell) => cell.divisionId === divisionId);
            return (
              <tr key={divisionId}>
                <th scope="row">{name(divisionId)}</th>
                {years.map((year) => (
                  <Amounts key={year} sum={sumOf(row.filter((cell) => cell.year === year))} />
                ))}
                <Amounts sum={sumOf(row)} />
              </tr>
            );
          })}
        </tbody>
        {divisions.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{t('forecast.total')}</th>
              {years.map((year) => (
                <Amounts key={year} sum={sumOf(forecast.filter((cell) => cell.year === year))} />
              ))}
              <Amounts sum={sumOf(forecast)} />
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Amounts({ sum }: { sum: Sum | undefined }) {
  const { currency } = useTenantMe().tenant;
  if (!sum) return <td className="figures">–</td>;
  return (
    <td className="figures">
      {money(sum.revenue, currency)}
      <div className={classes['small']}>{t('forecast.marginOf', { money: money(sum.margin, currency) })}</div>
    </td>
  );
}
