import { useCallback } from 'react';
import { useTenantMe } from '~/app/tenant';
import { money, number } from '~/i18n/format';
import { categoryText, suggestionText } from '~/ui';
import { t } from '../texts';
import { differs, type MatrixPoint } from './points';

/** A bubble in words. */
export function usePointText(): (point: MatrixPoint) => string {
  const { currency } = useTenantMe().tenant;
  return useCallback(
    (point) => {
      const text = t('matrix.point', {
        name: point.name,
        category: categoryText(point.category),
        attractiveness: number(point.attractiveness),
        standing: number(point.standing),
        spend: money(point.spend, currency),
      });
      return differs(point)
        ? t('matrix.pointDiffers', { point: text, suggested: suggestionText(point.suggested) })
        : text;
    },
    [currency],
  );
}
