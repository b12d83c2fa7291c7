import { useRead } from '~/api/use-read';
import { TenantLink } from '~/app/TenantLink';
import { day, number } from '~/i18n/format';
import { ChartFrame, type Column } from '~/ui';
import type { OrganisationCatalogue } from '../catalogue';
import { t } from '../texts';
import type { Assessment, Summary } from '../types';
import { isResult } from '../words';
import classes from './HistoryTab.module.css';

/** The way the scope has come: each assessment as a bar over the four bands. */
export function HistoryTab({ assessment, catalogue }: { assessment: Assessment; catalogue: OrganisationCatalogue }) {
  const { scope, maximum } = assessment;
  const query = {
    sort: 'assessedOn' as const,
    limit: 200,
    ...(scope.kind === 'division' ? { divisionId: scope.divisionId } : { scope: 'programme' as const }),
  };
  const all = useRead('/api/t/{tenant}/organisation-assessments', { query }).data?.items ?? [];
  const columns: Column<Summary>[] = [
    { id: 'title', header: t('column.title'), value: ({ title }) => title },
    { id: 'date', header: t('column.date'), value: ({ assessedOn }) => assessedOn },
    { id: 'score', header: t('column.score'), value: ({ score }) => score, numeric: true },
    { id: 'band', header: t('column.band'), value: ({ band }) => catalogue.bandName(band) },
    { id: 'status', header: t('column.status'), value: ({ status }) => t(`status.${status}`) },
  ];
  return (
    <ChartFrame
      title={t('history.title')}
      sentence={t('history.sentence')}
      columns={columns}
      rows={all}
      fileName="organisation-assessments"
    >
      <ol className={classes['list']}>
        {all.map((one) => (
          <li key={one.id} aria-current={one.id === assessment.id || undefined}>
            <div>
              <TenantLink to={`audits/organisation/${one.id}`}>{one.title}</TenantLink>
              <span className={classes['when']}>{day(one.assessedOn)}</span>
            </div>
            <span className={classes['track']}>
              {catalogue.content.bands.slice(1).map(({ id, from }) => (
                <i key={id} style={{ left: `${(from / maximum) * 100}%` }} title={catalogue.bandName(id)} />
              ))}
              <span data-result={isResult(one) || undefined} style={{ width: `${(one.score / maximum) * 100}%` }} />
            </span>
            <span>
              <b>{number(one.score)}</b> {catalogue.bandName(one.band)}
              {!isResult(one) && <span className={classes['when']}> {t('provisional')}</span>}
            </span>
          </li>
        ))}
      </ol>
      <div className={classes['borders']} aria-hidden="true">
        {catalogue.content.bands.map(({ id, from }) => (
          <span key={id} style={{ left: `${(from / maximum) * 100}%` }}>
            {from}
          </span>
        ))}
        <span style={{ left: '100%' }}>{maximum}</span>
      </div>
    </ChartFrame>
  );
}
