import { type Tone, tone } from '~/theme/tones';
import type { Pair } from './use-relationships';
import { t } from './texts';

export const stances = ['champion', 'supportive', 'neutral', 'critical', 'opposed', 'unknown'] as const;
export const strengths = ['knows', 'works-with', 'trusted'] as const;

/** A sign beside the colour: the map reads without it too. */
const looks: Record<Pair['stance'], { readonly sign: string; readonly tone: Tone }> = {
  champion: { sign: '++', tone: 'good' },
  supportive: { sign: '+', tone: 'good' },
  neutral: { sign: '=', tone: 'prospect' },
  critical: { sign: '−', tone: 'warning' },
  opposed: { sign: '−−', tone: 'bad' },
  unknown: { sign: '?', tone: 'not-key' },
};

export const signOf = (stance: Pair['stance']) => looks[stance].sign;
export const colourOf = (stance: Pair['stance']) => tone(looks[stance].tone);
/** Width of the line, in pixels. */
export const widthOf = (strength: Pair['strength']) => 1.5 + 2 * strengths.indexOf(strength);

export function StanceMark({ stance }: { stance: Pair['stance'] }) {
  return (
    <span>
      <b style={{ color: colourOf(stance) }} aria-hidden="true">
        {signOf(stance)}
      </b>{' '}
      {t(`stance.${stance}`)}
    </span>
  );
}
