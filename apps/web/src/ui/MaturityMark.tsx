import { type FrameText, t } from '~/i18n';
import { tone } from '~/theme/tones';
import classes from './marks.module.css';

export type Maturity = 0 | 1 | 2 | 3;

export const maturityText = (level: Maturity): string => t(`maturity.${level}` satisfies FrameText);

interface MaturityMarkProps {
  level: Maturity;
  words?: boolean;
  /** Where the four states have names of their own. */
  text?: string;
}

/** How far something has come, 0 to 3: a figure on a tone, and the words for it unless there is no room. */
export function MaturityMark({ level, words = true, text = maturityText(level) }: MaturityMarkProps) {
  return (
    <span className={classes['mark']} title={words ? undefined : text}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" style={{ flex: 'none' }}>
        <circle cx="10" cy="10" r="8.5" fill="none" stroke={tone(`maturity-${level}`)} strokeWidth="2" />
        <path d={slices[level]} fill={tone(`maturity-${level}`)} />
      </svg>
      <span>
        {level}
        <span className={words ? undefined : classes['hidden']}> {text}</span>
      </span>
    </span>
  );
}

/** None, a third, two thirds and the whole of the circle. */
const slices: Record<Maturity, string> = {
  0: '',
  1: 'M10 10V1.5A8.5 8.5 0 0 1 17.36 14.25Z',
  2: 'M10 10V1.5A8.5 8.5 0 1 1 2.64 14.25Z',
  3: 'M10 1.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17Z',
};
