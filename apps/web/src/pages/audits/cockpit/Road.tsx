import { day, month, number } from '~/i18n/format';
import { ChartFrame, type Column } from '~/ui';
import { TenantLink } from '~/app/TenantLink';
import type { Results } from '../audit';
import type { Catalogue } from '../catalogue';
import { t } from '../texts';
import classes from './Road.module.css';

type Stop = Results['trail'][number];

const columns: Column<Stop>[] = [
  { id: 'title', header: t('road.audit'), value: ({ title }) => title },
  { id: 'date', header: t('road.date'), value: ({ auditDate }) => auditDate, cell: ({ auditDate }) => day(auditDate) },
  { id: 'score', header: t('road.score'), value: ({ score }) => score, numeric: true },
];

/** The whole road with its phase borders, where this audit stands, and where the others of the scope stood. */
export function Road({ results: { road, audit, trail }, catalogue }: { results: Results; catalogue: Catalogue }) {
  const ends = [...road.borders, road.maximum];
  const phases = catalogue.structure.phases.map(({ id, name }, index) => ({
    id,
    name,
    from: ends[index - 1] ?? 0,
    to: ends[index]!,
  }));
  const at = (score: number) => `${(score / road.maximum) * 100}%`;
  const others = trail.filter(({ id }) => id !== audit.id);
  return (
    <ChartFrame
      title={t('road.title')}
      sentence={t('road.sentence', { maximum: road.maximum })}
      columns={columns}
      rows={trail}
      fileName={`road-${audit.auditDate}`}
    >
      <div className={classes['road']}>
        <div className={classes['above']}>
          {labelled(others, road).map(({ id, score, auditDate }) => (
            <span key={id} className={classes['then']} style={{ left: at(score) }} aria-hidden="true">
              {score}
              <span className={classes['name']}>, {month(auditDate)}</span>
            </span>
          ))}
          <span
            className={classes['here']}
            style={{ left: at(road.score) }}
            data-side={side(road.score / road.maximum)}
          >
            <span className={classes['name']}>{t('road.here')} </span>
            {road.score}
          </span>
        </div>
        <div className={classes['line']}>
          {phases.map(({ id, from, to }) => (
            <span key={id} className={classes['phase']} style={{ left: at(from), width: at(to - from) }} />
          ))}
          <span className={classes['done']} style={{ width: at(road.score) }} />
          {others.map((stop) => (
            <TenantLink
              key={stop.id}
              to={`audits/${stop.id}`}
              className={classes['stop']}
              style={{ left: at(stop.score) }}
              aria-label={before(stop)}
            >
              <span title={before(stop)} />
            </TenantLink>
          ))}
          <span className={classes['marker']} style={{ left: at(road.score) }} />
        </div>
        <div className={classes['phases']}>
          {phases.map(({ id, name, from, to }) => (
            <span key={id} style={{ left: at(from), width: at(to - from) }}>
              <b>{id}</b> <span className={classes['name']}>{name}</span>
              <span className={classes['border']}>{number(to)}</span>
            </span>
          ))}
        </div>
      </div>
    </ChartFrame>
  );
}

const before = ({ title, auditDate, score }: Stop) => t('road.before', { title, day: day(auditDate), score });

/** Earlier stops whose words do not run into those of another. */
function labelled(stops: readonly Stop[], { score, maximum }: Results['road']): Stop[] {
  const taken = [score];
  return stops.filter((stop) => {
    const free = taken.every((other) => Math.abs(other - stop.score) > maximum * ROOM);
    if (free) taken.push(stop.score);
    return free;
  });
}
const ROOM = 0.14;

/** So that the words stay within the chart near its ends. */
const side = (share: number) => (share < 0.15 ? 'start' : share > 0.85 ? 'end' : 'middle');
