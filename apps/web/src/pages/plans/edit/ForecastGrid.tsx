import { useState } from 'react';
import { ActionIcon, NativeSelect, NumberInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useRead } from '~/api/use-read';
import { useTenantMe } from '~/app/tenant';
import { money } from '~/i18n/format';
import { divisionsOf, sumOf, useDivisionNames } from '../document/use-forecast';
import { t } from '../texts';
import { type DraftContent, yearsAhead } from './draft-content';
import classes from './PlanEditor.module.css';

interface ForecastGridProps {
  draft: DraftContent;
  /** Divisions that trade with the account: they have a row from the beginning. */
  usual: readonly string[];
  change: (forecast: DraftContent['forecast']) => void;
}

const kinds = ['revenue', 'margin'] as const;

/** Revenue and margin by division and year, with totals that follow what is typed. */
export function ForecastGrid({ draft, usual, change }: ForecastGridProps) {
  const { currency } = useTenantMe().tenant;
  const { data: all } = useRead('/api/t/{tenant}/divisions');
  const [added, setAdded] = useState<readonly string[]>([]);
  const name = useDivisionNames();
  const { forecast } = draft;
  const years = yearsAhead(draft);
  const divisions = [...new Set([...divisionsOf(forecast), ...usual, ...added])];
  const others = (all?.items ?? []).filter(({ id }) => !divisions.includes(id));
  const within = forecast.filter(({ year }) => years.includes(year));

  const cellOf = (year: number, divisionId: string) =>
    forecast.find((cell) => cell.year === year && cell.divisionId === divisionId);
  const set = (year: number, divisionId: string, kind: (typeof kinds)[number], value: number | string) => {
    const cell = cellOf(year, divisionId);
    const rest = forecast.filter((other) => other !== cell);
    const next = {
      year,
      divisionId,
      revenue: 0,
      margin: 0,
      ...cell,
      [kind]: value === '' ? 0 : Math.round(Number(value)),
    };
    change(next.revenue === 0 && next.margin === 0 ? rest : [...rest, next]);
  };
  const remove = (divisionId: string) => {
    setAdded(added.filter((id) => id !== divisionId));
    change(forecast.filter((cell) => cell.divisionId !== divisionId));
  };
  const total = (cells: typeof forecast) => {
    const sum = sumOf(cells) ?? { revenue: 0, margin: 0 };
    return (
      <>
        {money(sum.revenue, currency)}
        <div className={classes['small']}>{t('forecast.marginOf', { money: money(sum.margin, currency) })}</div>
      </>
    );
  };

  return (
    <div className={classes['list']}>
      <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('forecast.title')}>
        <table className={classes['grid']}>
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
              <td />
            </tr>
          </thead>
          <tbody>
            {divisions.map((divisionId) => (
              <tr key={divisionId}>
                <th scope="row">{name(divisionId)}</th>
                {years.map((year) => (
                  <td key={year}>
                    {kinds.map((kind) => (
                      <NumberInput
                        key={kind}
                        size="xs"
                        leftSection={<span className={classes['kind']}>{t(`forecast.${kind}`)}</span>}
                        leftSectionWidth={58}
                        aria-label={t('forecast.cell', {
                          what: t(`forecast.${kind}`),
                          year: String(year),
                          division: name(divisionId),
                          currency,
                        })}
                        hideControls
                        allowDecimal={false}
                        thousandSeparator=" "
                        value={cellOf(year, divisionId)?.[kind] || ''}
                        onChange={(value) => set(year, divisionId, kind, value)}
                      />
                    ))}
                  </td>
                ))}
                <td className="figures">{total(within.filter((cell) => cell.divisionId === divisionId))}</td>
                <td>
                  {!usual.includes(divisionId) && (
                    <ActionIcon
                      variant="subtle"
                      onClick={() => remove(divisionId)}
                      aria-label={t('forecast.remove', { division: name(divisionId) })}
                    >
                      <IconTrash size={16} />
                    </ActionIcon>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('forecast.total')}</th>
              {years.map((year) => (
                <td key={year} className="figures">
                  {total(within.filter((cell) => cell.year === year))}
                </td>
              ))}
              <td className="figures">{total(within)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      {others.length > 0 && (
        <NativeSelect
          label={t('forecast.add')}
          className={classes['short']}
          value=""
          data={[{ value: '', label: '' }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => setAdded([...added, event.target.value])}
        />
      )}
    </div>
  );
}
