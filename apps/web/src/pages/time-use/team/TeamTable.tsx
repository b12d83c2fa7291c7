import { VisuallyHidden } from '@mantine/core';
import { TenantLink } from '~/app/TenantLink';
import { number } from '~/i18n/format';
import { PersonName } from '~/ui';
import { rangeText } from '../Bars';
import type { TeamMonth } from '../deviation';
import { FlagMark } from '../Difference';
import { periodName } from '../period-name';
import { t } from '../texts';
import { useActivities } from '../words';
import classes from './team.module.css';

/** Activities by people, each figure against the profile of its record. */
export function TeamTable({ team: { month, people, profile } }: { team: TeamMonth }) {
  const activities = useActivities() ?? [];
  const year = month.slice(0, 4);
  return (
    <div
      className={classes['scroll']}
      tabIndex={0}
      role="region"
      aria-label={t('team.table', { month: periodName(month) })}
    >
      <table className={classes['table']}>
        <VisuallyHidden component="caption">{t('team.table', { month: periodName(month) })}</VisuallyHidden>
        <thead>
          <tr>
            <th scope="col">{t('activity')}</th>
            <th scope="col">{t('profile')}</th>
            {people.map(({ personId, source }) => (
              <th key={personId} scope="col">
                <TenantLink to={`audits/time/team/${personId}?year=${year}`}>
                  <PersonName id={personId} />
                </TenantLink>
                {source !== 'month' && (
                  <span className={classes['source']}>{t(source === 'weeks' ? 'team.weeks' : 'team.missing')}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {activities.map(({ id, label }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td>{rangeText(profile.shares[id as keyof typeof profile.shares])}</td>
              {people.map(({ personId, deviations }) => {
                const own = deviations.find(({ activityId }) => activityId === id);
                return (
                  <td key={personId} data-flag={own?.flag ?? undefined}>
                    {own ? number(own.share) : '–'} {own && <FlagMark flag={own.flag} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('team.flags')}</th>
            <td />
            {people.map(({ personId, source, flags }) => (
              <td key={personId}>{source ? number(flags) : '–'}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
