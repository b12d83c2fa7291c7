import type { AuditDetail } from '../audit';
import type { Action, Catalogue } from '../catalogue';
import { t } from './review-texts';

export type Assignment = AuditDetail['assignments'][number];
export type Part = Assignment['part'];

/** One line of the form: the part as the value of a select, no date as ''. */
export interface PartRow {
  readonly personId: string;
  readonly part: string;
  readonly dueOn: string;
}

export const emptyRow: PartRow = { personId: '', part: 'all', dueOn: '' };

export function valueOf(part: Part): string {
  switch (part.kind) {
    case 'all':
      return 'all';
    case 'stream':
      return `stream:${part.stream}`;
    case 'contributory-stream':
      return `contributory-stream:${part.contributoryStream}`;
    case 'period':
      return `period:${part.phase}${part.period}`;
  }
}

export function partOf(value: string): Part {
  const [kind, id = ''] = value.split(':');
  if (kind === 'stream') return { kind, stream: id };
  if (kind === 'contributory-stream') return { kind, contributoryStream: id };
  if (kind === 'period') return { kind, phase: id.charAt(0) as Action['phase'], period: Number(id.charAt(1)) };
  return { kind: 'all' };
}

export function partName(part: Part, catalogue: Catalogue): string {
  switch (part.kind) {
    case 'all':
      return t('parts.all');
    case 'stream':
      return catalogue.streamName(part.stream);
    case 'contributory-stream':
      return catalogue.streamName(part.contributoryStream);
    case 'period':
      return `${part.phase}${part.period} ${catalogue.periodName(part.phase, part.period)}`;
  }
}

export function covers(part: Part, action: Action): boolean {
  switch (part.kind) {
    case 'all':
      return true;
    case 'stream':
      return action.stream === part.stream;
    case 'contributory-stream':
      return action.contributoryStream === part.contributoryStream;
    case 'period':
      return action.phase === part.phase && action.period === part.period;
  }
}

/** The actions that the person may answer. */
export const ownActions = (assignments: readonly Assignment[], personId: string, actions: readonly Action[]) => {
  const parts = assignments.filter((one) => one.personId === personId).map(({ part }) => part);
  return actions.filter((action) => parts.some((part) => covers(part, action)));
};

export const rowsOf = (assignments: readonly Assignment[]): PartRow[] =>
  assignments.map(({ personId, part, dueOn }) => ({ personId, part: valueOf(part), dueOn: dueOn ?? '' }));

export const assignmentsOf = (rows: readonly PartRow[]): Assignment[] =>
  rows.map(({ personId, part, dueOn }) => ({ personId, part: partOf(part), ...(dueOn ? { dueOn } : {}) }));

/** Rule for a form's `validate`. */
export function rowsRule(rows: readonly PartRow[]): string | null {
  if (rows.length === 0) return t('parts.none');
  if (rows.some(({ personId }) => !personId)) return t('parts.missing');
  const keys = rows.map(({ personId, part }) => `${personId} ${part}`);
  return new Set(keys).size < keys.length ? t('parts.twice') : null;
}
