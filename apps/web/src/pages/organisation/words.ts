import { useCallback } from 'react';
import { useDivisionNames } from '~/app/use-divisions';
import { number } from '~/i18n/format';
import { t } from './texts';
import type { Assessment, Summary } from './types';

/** Words for what is assessed. */
export function useScopeName(): (scope: Summary['scope']) => string {
  const divisions = useDivisionNames();
  return useCallback(
    (scope) =>
      scope.kind === 'programme' ? t('scope.programme') : (divisions.get(scope.divisionId) ?? t('scope.unknown')),
    [divisions],
  );
}

/** "62 of 135: ready for KAM; 3 points to transition. Provisional: 5 of 45 cells are not settled." */
export function positionSentence(assessment: Assessment): string {
  const { score, maximum, band, next, progress } = assessment;
  if (progress.answered === 0) return t('position.none');
  const values = { score, maximum, band: t(`band.${band}`) };
  const position = next
    ? t('position.next', { ...values, n: next.points, next: t(`towards.${next.band}`) })
    : t('position.band', values);
  const open = progress.cells - progress.settled;
  return open === 0 ? position : `${position} ${t('position.provisional', { n: open })}`;
}

/** Only when every cell is settled is a score a result. */
export const isResult = ({ progress }: Pick<Summary, 'progress'>): boolean => progress.settled === progress.cells;

/** +3, −2: the sign is said, not only shown by colour. */
export const signed = (change: number): string =>
  change > 0 ? `+${number(change)}` : change < 0 ? `−${number(-change)}` : '0';
