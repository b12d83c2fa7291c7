import { type Column, ChartFrame } from '~/ui';
import { day, number } from '~/i18n/format';
import { alignmentTopics, gapOf } from './alignment-gap';
import classes from './knowledge.module.css';
import { t } from './texts';
import type { Review } from './use-knowledge';

interface Row {
  topic: string;
  ours: number | null;
  theirs: number | null;
  gap: string;
}

const columns: Column<Row>[] = [
  { id: 'topic', header: t('topic'), value: ({ topic }) => topic },
  { id: 'ours', header: t('weSay'), value: ({ ours }) => ours, numeric: true },
  { id: 'theirs', header: t('theySay'), value: ({ theirs }) => theirs, numeric: true },
  { id: 'gap', header: '', value: ({ gap }) => gap },
];

/** Both sides' scores of one review, topic by topic: a filled mark is ours, a ring theirs. */
export function AlignmentChart({ review, sentence }: { review: Review; sentence: string }) {
  const rows = alignmentTopics.map((topic) => {
    const sides = review.scores[topic];
    return { topic: t(`align.${topic}`), ours: sides.ours, theirs: sides.theirs, gap: gapText(gapOf(sides)) };
  });
  return (
    <ChartFrame
      title={t('alignmentChart', { day: day(review.heldOn) })}
      sentence={sentence}
      columns={columns}
      rows={rows}
      fileName={`alignment-${review.heldOn}`}
    >
      <ul className={classes['topics']}>
        {rows.map((row) => (
          <li key={row.topic}>
            <span>{row.topic}</span>
            <Line {...row} />
            <span className={classes['gap']}>{row.gap}</span>
          </li>
        ))}
      </ul>
      <p className={classes['legend']} aria-hidden>
        <svg width="12" height="12">
          <circle className={classes['ours']} cx="6" cy="6" r="5" />
        </svg>{' '}
        {t('weSay')}{' '}
        <svg width="12" height="12">
          <circle className={classes['theirs']} cx="6" cy="6" r="4" />
        </svg>{' '}
        {t('theySay')}
      </p>
    </ChartFrame>
  );
}

function gapText(gap: number | undefined): string {
  if (gap === undefined) return t('unsaid');
  if (gap === 0) return t('agree');
  return gap > 0 ? t('gap', { n: number(gap) }) : t('under', { n: number(-gap) });
}

const x = (score: number) => 8 + score * 20;

function Line({ topic, ours, theirs }: Row) {
  const said = [ours, theirs].filter((score) => score !== null);
  const label = `${topic}: ${t('weSay')} ${ours === null ? '–' : number(ours)}, ${t('theySay')} ${theirs === null ? '–' : number(theirs)}`;
  return (
    <svg viewBox="0 0 216 28" role="img" aria-label={label}>
      <line className={classes['scale']} x1={x(0)} x2={x(10)} y1="9" y2="9" />
      {said.length === 2 && (
        <line className={classes['between']} x1={x(Math.min(...said))} x2={x(Math.max(...said))} y1="9" y2="9" />
      )}
      {theirs !== null && <circle className={classes['theirs']} cx={x(theirs)} cy="9" r="5.5" />}
      {ours !== null && <circle className={classes['ours']} cx={x(ours)} cy="9" r={ours === theirs ? 2.5 : 5} />}
      {said.map((score, index) => (
        <text key={index} className={classes['score']} x={x(score)} y="26">
          {index === 1 && said[0] === said[1] ? '' : number(score)}
        </text>
      ))}
    </svg>
  );
}
