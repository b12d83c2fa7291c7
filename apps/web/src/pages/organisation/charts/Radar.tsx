import { number } from '~/i18n/format';
import { ChartFrame, type Column } from '~/ui';
import type { OrganisationCatalogue } from '../catalogue';
import { t } from '../texts';
import { lines, type Point, type Then } from './points';
import classes from './Radar.module.css';

interface RadarProps {
  points: readonly Point[];
  catalogue: OrganisationCatalogue;
  before?: Then;
  fileName: string;
}

const RADIUS = 130;
const CENTRE = { x: 190, y: 170 };

/** The nine elements around a centre, with rings where all groups would be ready, in transition, and at best practice. */
export function Radar({ points, catalogue, before, fileName }: RadarProps) {
  const columns: Column<Point>[] = [
    { id: 'element', header: t('profile.element'), value: ({ element }) => catalogue.elementName(element) },
    { id: 'score', header: t('profile.score'), value: ({ score }) => score, numeric: true },
  ];
  const place = (index: number, score: number) => {
    const angle = (index / points.length) * 2 * Math.PI - Math.PI / 2;
    const distance = (score / 15) * RADIUS;
    return { x: CENTRE.x + Math.cos(angle) * distance, y: CENTRE.y + Math.sin(angle) * distance };
  };
  const shape = (score: (point: Point) => number) =>
    points
      .map((point, index) => place(index, score(point)))
      .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
      .join(' ');
  return (
    <ChartFrame
      title={t('radar.title')}
      sentence={t('radar.sentence')}
      columns={columns}
      rows={points}
      fileName={`organisation-radar-${fileName}`}
    >
      <svg viewBox="0 0 380 340" className={classes['radar']} role="img" aria-label={t('radar.label')}>
        {lines.map(({ at }) => (
          <polygon key={at} points={shape(() => at)} className={classes['ring']} />
        ))}
        {points.map(({ element }, index) => {
          const end = place(index, 15);
          return <line key={element} x1={CENTRE.x} y1={CENTRE.y} x2={end.x} y2={end.y} className={classes['ring']} />;
        })}
        {before && <polygon points={shape((point) => point.before ?? 0)} className={classes['then']} />}
        <polygon points={shape(({ score }) => score)} className={classes['now']} />
        {points.map(({ element, score }, index) => {
          const at = place(index, score);
          return <circle key={element} cx={at.x} cy={at.y} r="4" className={classes['dot']} />;
        })}
        {points.map(({ element, score }, index) => {
          const at = place(index, 17);
          return (
            <text key={element} x={at.x} y={at.y + 5} textAnchor="middle" className={classes['label']}>
              <title>{catalogue.elementName(element)}</title>
              {element} <tspan className={classes['score']}>{number(score)}</tspan>
            </text>
          );
        })}
        {lines.map(({ at }) => (
          <text key={at} x={CENTRE.x + 4} y={CENTRE.y - (at / 15) * RADIUS - 3} className={classes['ringText']}>
            {at || ''}
          </text>
        ))}
      </svg>
    </ChartFrame>
  );
}
