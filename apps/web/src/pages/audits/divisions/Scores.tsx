import { TenantLink } from '~/app/TenantLink';
import { day, number } from '~/i18n/format';
import { ChartFrame, type Column } from '~/ui';
import type { Catalogue } from '../catalogue';
import { answersPath } from '../cockpit/ResultsTab';
import type { Standing } from './DivisionsPage';
import classes from './Scores.module.css';
import { t } from './texts';

/** One bar per scope on one scale, with the share of each phase beside it. */
export function Scores({ standings, catalogue }: { standings: readonly Standing[]; catalogue: Catalogue }) {
  const { phases } = catalogue.structure;
  const current = ({ currentPeriod }: Standing) =>
    currentPeriod
      ? `${currentPeriod.phase} ${catalogue.periodName(currentPeriod.phase, currentPeriod.period)}`
      : t('allReached');
  const columns: Column<Standing>[] = [
    { id: 'scope', header: t('scope'), value: ({ name }) => name },
    {
      id: 'audit',
      header: t('audit'),
      value: ({ audit }) => audit.auditDate,
      cell: ({ audit }) => <TenantLink to={`audits/${audit.id}`}>{day(audit.auditDate)}</TenantLink>,
    },
    { id: 'score', header: t('score'), value: ({ overall }) => overall.score, numeric: true },
    { id: 'percent', header: t('percent'), value: ({ overall }) => overall.percent, numeric: true },
    ...phases.map(({ id, name }, index): Column<Standing> => ({
      id,
      header: `${id} ${name} %`,
      value: ({ phases }) => phases[index]!.percent,
      numeric: true,
    })),
    { id: 'current', header: t('current'), value: current },
    { id: 'unconfirmed', header: t('unconfirmed'), value: ({ overall }) => overall.unconfirmed, numeric: true },
    { id: 'unanswered', header: t('unanswered'), value: ({ overall }) => overall.unanswered, numeric: true },
  ];
  return (
    <ChartFrame
      title={t('score.title')}
      sentence={t('score.sentence')}
      columns={columns}
      rows={standings}
      fileName="divisions"
    >
      <ul className={classes['scores']}>
        {standings.map((standing) => {
          const { audit, name, overall } = standing;
          return (
            <li key={audit.id} data-programme={audit.scope.kind === 'programme' || undefined}>
              <span className={classes['name']}>
                <TenantLink to={`audits/${audit.id}`} c="inherit">
                  {name}
                </TenantLink>
                <small>
                  {day(audit.auditDate)}
                  {audit.status === 'under-way' && `, ${t('under')}`}
                </small>
              </span>
              <span className={classes['bar']}>
                <span className={classes['track']} aria-hidden="true">
                  <span className={classes['score']} style={{ width: `${overall.percent}%` }} />
                </span>
                <small>{current(standing)}</small>
              </span>
              <span className={classes['figure']}>
                {number(overall.score)} / {number(overall.maximum)}
              </span>
              <span className={classes['phases']}>
                {standing.phases.map(({ phase, percent }) => (
                  <TenantLink
                    key={phase}
                    to={answersPath(audit.id, { phase })}
                    c="inherit"
                    title={catalogue.phaseName(phase)}
                  >
                    {phase} {number(Math.floor(percent))} %
                  </TenantLink>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </ChartFrame>
  );
}
