import { number } from '~/i18n/format';
import { ChartFrame, type Column } from '~/ui';
import type { OrganisationCatalogue } from '../catalogue';
import { t } from '../texts';
import type { Assessment } from '../types';
import classes from './GroupBars.module.css';

type GroupTotal = Assessment['standing']['groups'][number];

interface GroupBarsProps {
  groups: readonly GroupTotal[];
  catalogue: OrganisationCatalogue;
  fileName: string;
}

/** How far each group of people has come over all nine elements. */
export function GroupBars({ groups, catalogue, fileName }: GroupBarsProps) {
  const columns: Column<GroupTotal>[] = [
    { id: 'group', header: t('grid.group'), value: ({ group }) => catalogue.groupName(group) },
    { id: 'score', header: t('profile.score'), value: ({ score }) => score, numeric: true },
    { id: 'maximum', header: t('profile.maximum'), value: ({ maximum }) => maximum, numeric: true },
  ];
  return (
    <ChartFrame
      title={t('groups.title')}
      sentence={t('groups.sentence')}
      columns={columns}
      rows={groups}
      fileName={`organisation-groups-${fileName}`}
    >
      <dl className={classes['bars']}>
        {groups.map(({ group, score, maximum }) => (
          <div key={group}>
            <dt>{catalogue.groupName(group)}</dt>
            <dd>
              <span className={classes['track']}>
                <span style={{ width: `${(score / maximum) * 100}%` }} />
              </span>
              {t('grid.of', { score: number(score), maximum: number(maximum) })}
            </dd>
          </div>
        ))}
      </dl>
    </ChartFrame>
  );
}
