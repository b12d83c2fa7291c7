import { tone, type Tone } from '~/theme/tones';
import type { Choice, Standing } from './litmus';
import classes from './litmus.module.css';
import { t } from './texts';

const standingMarks: Record<Standing, { tone: Tone; path: string }> = {
  passes: { tone: 'good', path: 'M2 6.5 5 9.5 10.5 3' },
  'one-short': { tone: 'warning', path: 'M2 6h8' },
  short: { tone: 'bad', path: 'M2.5 2.5l7 7M9.5 2.5l-7 7' },
  'not-taken': { tone: 'not-key', path: 'M4 4.5A2 2 0 1 1 6 6.6V7.6M6 9.8V10' },
};
const answerMarks: Record<Choice, { tone: Tone; path: string }> = {
  yes: { tone: 'good', path: 'M2 6.5 5 9.5 10.5 3' },
  no: { tone: 'bad', path: 'M2.5 2.5l7 7M9.5 2.5l-7 7' },
  ambivalent: { tone: 'warning', path: 'M1.5 7c1.5-3 3-3 4.5-1s3 2 4.5-1' },
};

/** Whether a result qualifies: shape and word. */
export function StandingMark({ standing }: { standing: Standing }) {
  return <Mark {...standingMarks[standing]} text={t(`standing.${standing}`)} />;
}

/** An answer: shape and word. */
export function AnswerMark({ answer }: { answer: Choice | null }) {
  if (!answer) return <span className={classes['none']}>{t('answer.none')}</span>;
  return <Mark {...answerMarks[answer]} text={t(`answer.${answer}`)} />;
}

function Mark({ tone: name, path, text }: { tone: Tone; path: string; text: string }) {
  return (
    <span className={classes['mark']}>
      <svg width="14" height="14" viewBox="0 0 12 12" aria-hidden="true">
        <path d={path} stroke={tone(name)} />
      </svg>
      {text}
    </span>
  );
}
