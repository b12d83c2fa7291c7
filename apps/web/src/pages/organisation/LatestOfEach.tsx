import { TenantLink } from '~/app/TenantLink';
import { number } from '~/i18n/format';
import { tone } from '~/theme/tones';
import { ChartFrame, type Column, type Maturity } from '~/ui';
import type { OrganisationCatalogue } from './catalogue';
import classes from './LatestOfEach.module.css';
import { t } from './texts';
import type { Summary } from './types';
import { isResult, useScopeName } from './words';

/** The newest assessment of the programme and of each division side by side, element by element. */
export function LatestOfEach({ all, catalogue }: { all: readonly Summary[]; catalogue: OrganisationCatalogue }) {
  const scopeName = useScopeName();
  const latest = latestOfEach(all);
  const columns: Column<Summary>[] = [
    { id: 'scope', header: t('column.scope'), value: ({ scope }) => scopeName(scope) },
    { id: 'date', header: t('column.date'), value: ({ assessedOn }) => assessedOn },
    ...catalogue.elements.map(({ id }): Column<Summary> => ({
      id,
      header: catalogue.elementName(id),
      value: (summary) => scoreOf(summary, id),
      numeric: true,
    })),
    { id: 'score', header: t('latest.overall'), value: ({ score }) => score, numeric: true },
  ];
  return (
    <ChartFrame
      title={t('latest.title')}
      sentence={t('latest.sentence')}
      columns={columns}
      rows={latest}
      fileName="organisation-latest"
    >
      <div className={classes['scroll']}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{t('latest.element')}</th>
              {latest.map((summary) => (
                <th key={summary.id} scope="col">
                  <TenantLink to={`audits/organisation/${summary.id}`}>{scopeName(summary.scope)}</TenantLink>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {catalogue.elements.map(({ id }) => (
              <tr key={id}>
                <th scope="row">{catalogue.elementName(id)}</th>
                {latest.map((summary) => (
                  <td key={summary.id}>
                    <Bar score={scoreOf(summary, id)} maximum={15} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('latest.overall')}</th>
              {latest.map((summary) => (
                <td key={summary.id}>
                  <b>{number(summary.score)}</b> {catalogue.bandName(summary.band)}
                  {!isResult(summary) && ` (${t('provisional')})`}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </ChartFrame>
  );
}

function Bar({ score, maximum }: { score: number; maximum: number }) {
  const state = Math.floor((score / maximum) * 3) as Maturity;
  return (
    <span className={classes['bar']}>
      <span>{number(score)}</span>
      <span className={classes['track']}>
        <span style={{ width: `${(score / maximum) * 100}%`, background: tone(`maturity-${state}`) }} />
      </span>
    </span>
  );
}

const scoreOf = ({ elements }: Summary, id: string): number =>
  elements.find(({ element }) => element === id)?.score ?? 0;

/** The list comes with the newest first; the programme leads. */
function latestOfEach(all: readonly Summary[]): Summary[] {
  const newest = new Map<string, Summary>();
  for (const summary of all) {
    const { scope, progress } = summary;
    const key = scope.kind === 'division' ? scope.divisionId : '';
    if (progress.answered > 0 && !newest.has(key)) newest.set(key, summary);
  }
  return [...newest.values()].sort(
    (one, other) => Number(other.scope.kind === 'programme') - Number(one.scope.kind === 'programme'),
  );
}
