import type { Results } from '../audit';
import type { Catalogue } from '../catalogue';
import { t } from '../texts';
import { t as own } from './results-texts';

/** Where the audit says we stand, in words. */
export function standing({ overall, currentPeriod, road }: Results, catalogue: Catalogue): string {
  const waiting = overall.unconfirmed > 0 ? [own('standUnconfirmed', { n: overall.unconfirmed })] : [];
  if (overall.answered + overall.notRelevant === 0) return [t('stand.nothing'), ...waiting].join(' ');
  const sentences = [t('stand.here', { score: overall.score, maximum: overall.maximum })];
  if (currentPeriod) {
    const { phase, period } = currentPeriod;
    sentences.push(
      t('stand.current', { period: catalogue.periodName(phase, period), phase, name: catalogue.phaseName(phase) }),
    );
    if (road.phase > phase)
      sentences.push(t('stand.early', { phase: road.phase, name: catalogue.phaseName(road.phase) }));
  } else {
    sentences.push(t('stand.allReached'));
  }
  if (overall.unanswered > 0) sentences.push(t('stand.unanswered', { n: overall.unanswered }));
  return [...sentences, ...waiting].join(' ');
}
