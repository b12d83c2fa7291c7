import { tone } from '~/theme/tones';
import { t } from './texts';

export type BandId = 'good' | 'watch' | 'at-risk' | null;

const marks = { good: '●', watch: '◐', 'at-risk': '○' } as const;
const tones = { good: 'good', watch: 'warning', 'at-risk': 'bad' } as const;

/** A band by its mark and its word; colour only repeats them. */
export function Band({ band }: { band: BandId }) {
  if (!band) return <span>{t('band.not-known')}</span>;
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <span aria-hidden="true" style={{ color: tone(tones[band]) }}>
        {marks[band]}
      </span>{' '}
      {t(`band.${band}`)}
    </span>
  );
}
