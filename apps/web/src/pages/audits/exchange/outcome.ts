import type { Answer, Operation } from '~/api/types';
import { t } from './texts';

/** What an import does, or would do. */
export type Outcome = Answer<Operation<'/api/t/{tenant}/audits/{auditId}/import', 'post'>>;

export const touched = ({ creates, changes, confirms }: Outcome): number => creates + changes + confirms;

/** "12 new, 3 changed" */
export function touchedText({ creates, changes, confirms }: Outcome): string {
  const parts = [
    creates > 0 && t('import.new', { n: creates }),
    changes > 0 && t('import.changed', { n: changes }),
    confirms > 0 && t('import.confirmed', { n: confirms }),
  ];
  return parts.filter(Boolean).join(', ');
}

/** Rows that only lack the reason that can be given for all of them. */
export const needReason = ({ refusals }: Outcome): number =>
  refusals.filter(({ column, rule }) => column === 'Reason' && rule.startsWith('say why')).length;
