import { withoutApostrophe } from '@mainstay/tabular';
import type { Answer } from '../audit/answer';
import { answerOf, answerRequest } from '../audit/audit.requests';
import { type AnswerField, answerFields, answerHeadings, cellsOf, linksIn, states } from './answer-cells';
import { sheetHeadings } from './answer-sheet';
import type { SheetRow } from './read-answers';

export interface Refusal {
  readonly row: number;
  readonly column: string;
  readonly rule: string;
}

/** What a row says of an action, against what is said of it now. */
export type RowAnswer =
  | { readonly says: 'nothing' }
  | { readonly says: 'the same'; readonly confirms: boolean; readonly answer: Answer }
  | { readonly says: 'otherwise'; readonly answer: Answer; readonly reason?: string }
  | { readonly says: 'nonsense'; readonly refusals: readonly Refusal[] };

export function readRow({ row, cells }: SheetRow, present: Answer | undefined, reason?: string): RowAnswer {
  const refuse = (column: string, rule: string): RowAnswer => ({
    says: 'nonsense',
    refusals: [{ row, column, rule }],
  });
  const state = cells.state?.trim().toLowerCase() ?? '';
  if (state !== '' && !(states as readonly string[]).includes(state)) {
    return refuse(sheetHeadings.state, `must be one of ${states.join(', ')}.`);
  }
  const filled = answerFields.some((field) => plain(cells[field] ?? '') !== '');
  if (!filled && state !== 'not relevant' && state !== 'answered') return { says: 'nothing' };

  const now = cellsOf(present);
  const differs = (field: AnswerField) => cells[field] !== undefined && !sameText(cells[field], now[field]);
  if (present && !answerFields.some(differs)) {
    return { says: 'the same', confirms: state === 'answered' || state === 'not relevant', answer: present };
  }
  const cell = (field: AnswerField) => (differs(field) ? withoutApostrophe(cells[field]!.trim()).trim() : now[field]);
  const notRelevant = cell('score') === '' && (cell('because') !== '' || state === 'not relevant');
  const request = answerRequest.safeParse({
    score: cell('score') === '' ? undefined : /^[0-3]$/.test(cell('score')) ? Number(cell('score')) : NaN,
    notRelevant: notRelevant || undefined,
    because: cell('because'),
    evidence: cell('evidence'),
    evidenceOn: cell('evidenceOn') || undefined,
    links: differs('links') ? linksIn(cell('links')) : present?.links,
    confidence: cell('confidence').toLowerCase() || undefined,
    reason: withoutApostrophe(cells.reason?.trim() ?? '') || reason,
  });
  if (request.success) return { says: 'otherwise', answer: answerOf(request.data), reason: request.data.reason };
  return {
    says: 'nonsense',
    refusals: request.error.issues.map(({ path, message }) => {
      const field = path[0] as AnswerField | 'reason';
      return {
        row,
        column: field === 'reason' ? sheetHeadings.reason : answerHeadings[field],
        rule: rules[field] ?? `${message}.`,
      };
    }),
  };
}

/** Where the general rule would not tell a person what to type. */
const rules: Partial<Record<string, string>> = {
  score: 'must be 0, 1, 2 or 3, unless the action is not relevant and the row says why.',
  because: 'goes only with an empty score, and has at most 2,000 characters.',
  evidence: 'must have at most 10,000 characters.',
  evidenceOn: 'must be a date such as 2025-03-01.',
  links: 'must be up to 20 addresses that begin with http:// or https://, one per line, each with its title after it.',
  confidence: 'must be low, medium or high.',
  reason: 'must have at most 2,000 characters.',
};

/** A file may have been through programs that mend line ends, or set off what looks like a formula. */
function sameText(cell: string, present: string): boolean {
  return plain(cell) === plain(present) || plain(withoutApostrophe(cell)) === plain(present);
}

const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim();
