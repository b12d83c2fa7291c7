import { day, number } from '~/i18n/format';
import { ChartFrame, type Column } from '~/ui';
import type { OrganisationCatalogue } from '../catalogue';
import { t } from '../texts';
import { lines, type Point, type Then } from './points';
import classes from './Verticals.module.css';

interface VerticalsProps {
  points: readonly Point[];
  catalogue: OrganisationCatalogue;
  /** The assessment whose scores are shown hollow. */
  before?: Then;
  /** Draws an arrow from the earlier score to this one. */
  arrows?: boolean;
  title?: string;
  sentence?: string;
  /** Last part of the download's name. */
  fileName: string;
}

/** Nine verticals from 0 to 15 with lines at 5, 10 and 15. */
export function Verticals({ points, catalogue, before, arrows = false, fileName, ...words }: VerticalsProps) {
  const title = words.title ?? t('profile.title');
  const hollow = before ? ` ${t('profile.before', { title: before.title, day: day(before.assessedOn) })}` : '';
  const columns: Column<Point>[] = [
    { id: 'element', header: t('profile.element'), value: ({ element }) => catalogue.elementName(element) },
    ...(before
      ? [{ id: 'before', header: t('profile.earlier'), value: ({ before }: Point) => before, numeric: true }]
      : []),
    { id: 'score', header: t('profile.score'), value: ({ score }) => score, numeric: true },
    { id: 'maximum', header: t('profile.maximum'), value: ({ maximum }) => maximum, numeric: true },
  ];
  return (
    <ChartFrame
      title={title}
      sentence={`${words.sentence ?? t('profile.sentence')}${hollow}`}
      columns={columns}
      rows={points}
      fileName={`organisation-elements-${fileName}`}
    >
      <div className={classes['chart']}>
        <div className={classes['plot']}>
          {lines.map(({ at, text }) => (
            <span key={at} className={classes['line']} style={{ bottom: height(at) }}>
              <span>
                {number(at)} {text && <span>{t(text)}</span>}
              </span>
            </span>
          ))}
          {points.map((point) => (
            <Vertical key={point.element} point={point} catalogue={catalogue} arrows={arrows} />
          ))}
        </div>
        <div className={classes['names']}>
          {points.map(({ element }) => (
            <span key={element} title={catalogue.elementName(element)}>
              <b>{element}</b> <span>{catalogue.elementName(element).slice(2)}</span>
            </span>
          ))}
        </div>
        <p className={classes['key']}>{points.map(({ element }) => catalogue.elementName(element)).join(' · ')}</p>
      </div>
    </ChartFrame>
  );
}

function Vertical({
  point: { element, score, before },
  catalogue,
  arrows,
}: Pick<VerticalsProps, 'catalogue' | 'arrows'> & { point: Point }) {
  const moved = before !== undefined && before !== score;
  const says = before === undefined ? `${score}` : `${before} → ${score}`;
  return (
    <span className={classes['vertical']} title={`${catalogue.elementName(element)}: ${says}`}>
      <span className={classes['bar']} style={{ height: height(score) }} />
      {before !== undefined && <span className={classes['then']} style={{ bottom: height(before) }} />}
      {arrows && moved && (
        <span
          className={classes['arrow']}
          data-way={score > before ? 'up' : 'down'}
          style={{ bottom: height(Math.min(before, score)), height: height(Math.abs(score - before)) }}
        />
      )}
      <span className={classes['now']} style={{ bottom: height(score) }} />
      <span className={classes['value']} style={{ bottom: height(score) }}>
        {number(score)}
      </span>
    </span>
  );
}

const height = (points: number): string => `${(points / 15) * 100}%`;
